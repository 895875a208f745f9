# Сегодня, лист прихода, отметка о прибытии, кабинки, печать и пустые состояния.
# Числа и время даёт программа: $minutes, $time «чч:мм», $day «дд.мм.гггг», $room, $body.

## Страницы
desk-page-today = Сегодня
desk-page-journal = Журнал
desk-page-receptions = Приёмы
desk-page-appeals = Обращения
desk-page-rosters = Расписания
desk-page-devices = Устройства
desk-page-ledger = Действия

## Смена
desk-shift-note = Записка смене
desk-change-worker = Сменить сотрудника

## День
desk-open-day = Открыть день
desk-close-day = Закрыть день
desk-day-confirm = Подтверждаю, что сегодня { $day }
desk-day-closed-locally = закрыто локально, сверка позже
desk-opening-scanner = считайте любой код

## Сегодня
desk-scan-box = Отсканируйте документ, чек или расписание – или введите имя
desk-scan-read = Считано: { $text }. Код не распознан. Возможно: { $guess }.
desk-scan-repeated = этот код уже считан
desk-visit-without-scan = Приход без сканирования
desk-drafts = Черновик
desk-waiting = Ожидают
desk-receptions-next = Приёмы · следующий через { $minutes } мин
desk-booths = Кабинки
desk-attention = Внимание
desk-call-next = Вызвать следующего
desk-minutes = { $minutes } мин
desk-undo = Отменить действие
desk-undo-reason = нажато по ошибке
desk-new-rows = новых: { $count }
desk-any-booth = любая кабинка

## Лист прихода
desk-visit-head = Новый приход
desk-visit-times = прежних приходов: { $count } (последний { $day })
desk-visit-last-document = в прошлый раз этот документ
desk-statement-compared = Сверено с документом
desk-statement-explained = Правила разъяснены, согласие получено
desk-statement-where = Куда: кабинка или ожидание
desk-registered = №{ $number } зарегистрировано
desk-as-in-document = Так указано в документе

## Отметка о прибытии: одна фраза, одно действие
desk-verdict-expected-early = Ожидается: { $time }, комната { $room }, { $body }. На { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[other] { $minutes } минут
} раньше.
desk-verdict-expected-on-time = Ожидается: { $time }, комната { $room }, { $body }. Вовремя.
desk-verdict-expected-late = Ожидается: { $time }, комната { $room }, { $body }. На { $minutes ->
    [one] { $minutes } минуту
    [few] { $minutes } минуты
   *[other] { $minutes } минут
} позже.
desk-verdict-already-in = Уже отмечено в { $time }, стол { $desk }.
desk-verdict-other-day = Приём назначен на { $day }, { $time }.
desk-verdict-cancelled = Отменено: { $reason }. Извещение: { $told }.
desk-verdict-moved = Перенесено: { $day }, { $time }. Извещение: { $told }.
desk-verdict-other-branch = Приём в { $branch }, { $address }, { $time }. Осталось { $minutes } мин.
desk-verdict-not-listed = В расписании на сегодня нет (обновлено в { $time }).
desk-verdict-other-person = ИИН в расписании другой.
desk-told-yes = да
desk-told-no = нет
desk-mark-arrival = Отметить прибытие
desk-open-entry = Открыть
desk-escort = Сопроводить
desk-late-body-receives = орган примет
desk-late-other-time = другое время
desk-late-no-reception = приём не состоится
desk-search-by-name = Поиск по имени
desk-unlisted-visit = Приход вне расписания
desk-video-appeal = Видеообращение
desk-print-address = Напечатать адрес
desk-compare-documents = Сравнить рядом
desk-not-this-person = Это другой человек

## Кабинка
desk-booth-recording = идёт запись
desk-booth-free = свободно
desk-booth-call = вызвать
desk-booth-no-paper = нет бумаги · чек печатается на столе
desk-booth-nobody = без человека { $minutes } мин
desk-booth-staff-called = Из кабинки { $booth } вызвали сотрудника в { $time }

## Орган опаздывает
desk-body-late = Комната { $room }: орган опаздывает, +{ $minutes } мин
desk-board-body-late = орган опаздывает

## Печать
desk-print-roster = Напечатать расписание на сегодня
desk-print-receipt = Напечатать чек
desk-print-ask = Напечаталось?
desk-print-yes = Да
desk-print-again = Нет, напечатать снова
desk-print-reason = Почему печатается снова?

## Пусто, без связи, не вышло
desk-empty-queue = Очередь пуста
desk-empty-receptions = Сегодня приёмов нет. Расписание получено { $when }.
desk-none-ahead = Предстоящих приёмов нет. Расписание получено { $when }.
desk-empty-roster = Расписание на сегодня не получено. Можно загрузить из файла.
desk-empty-search = Не найдено: «{ $text }». Где искали: этот стол, с { $since }.
desk-offline-portal = Нет связи с центром с { $since } · не отправлено { $count } · работа продолжается
desk-offline-hub = Нет связи с кабинками с { $since } · не отправлено { $count } · работа продолжается
desk-online = Связь с центром есть
desk-tell-administrator = Сообщить администратору

## Внимание: что знает только этот стол
# $time – время приёма; $room – комната; $desk – метка стола.
attention-marked-twice = Прибытие на приём { $time }, комната { $room }, отмечено и на столе { $desk }.
