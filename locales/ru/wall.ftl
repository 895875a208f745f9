# Страница «Сегодня»: кабинки, внимание, столбцы, строка состояния.
# $booth – метка кабинки; $name – человек; $desk – стол; $count – число; $at, $since – время; $room – комната.
desk-pages = Страницы
desk-clock = Время
desk-close = Закрыть
desk-understood = Понятно
desk-leave-as-is = Оставить как есть
desk-reason = Причина
desk-more = ещё { $count }
desk-fewer = показать меньше
desk-taken-back = Последнее действие отменено
desk-draft-nameless = (без имени)
refusal-drafts-full = Черновиков уже пять. Сначала завершите или удалите один из них (F6).
desk-needs-help = нужна помощь

## Строка состояния
desk-online-unsent = Связь с центром есть · не отправлено { $count }
desk-offline-since-start = Связи с центром ещё не было · не отправлено { $count } · работа продолжается
desk-printer-ready = принтер готов
desk-printer-not-ready = принтер не готов

## Столбцы
desk-column-waiting = Ожидают
desk-column-receptions = Приёмы
desk-column-booths = Кабинки
desk-call-person = Вызвать: { $name }
desk-called = Вызов: { $name }, кабинка { $booth }
desk-withdrawn = Запрос отозван
refusal-no-free-booth = Свободных кабинок нет. Дождитесь, пока одна освободится.
desk-next-in = следующий через { $minutes } мин
desk-roster-not-come = Расписание на сегодня ещё не получено.
desk-all-receptions = Все приёмы, осталось { $count }
desk-room = комната { $room }
desk-changed-why = изменено: { $why }
desk-arrived-at = прибытие { $at }
desk-not-come-yet = прибытия нет
desk-reception-in-room = в помещении
desk-reception-going = идёт приём
desk-reception-finished = завершён
desk-do-escorted = Сопроводить
desk-do-started = Начат
desk-do-finished = Завершён
desk-do-no-show = Неявка
desk-reception-done = { $name }: { $done }

## Поиск
desk-found = Найдено: «{ $text }»
desk-empty-search-here = Не найдено: «{ $text }». Где искали: этот стол.
desk-visit-with-name = Новый приход с этим именем: { $text }

## Кабинки
wall-booth = Кабинка { $booth }
wall-none = В этом филиале кабинок нет.
wall-aged = известия от { $since }
wall-needs-somebody = нужен сотрудник
wall-nobody-known = имя неизвестно
wall-holder = со стола { $desk }
wall-came = Иду помогать
wall-person-is-back = Человек вернулся
wall-withdraw = Отозвать запрос
wall-end = Закончить сеанс
wall-end-ask = Кабинка { $booth }: { $name } – закончить сеанс? Неотправленная запись не будет отправлена.
wall-end-reason-1 = человек ушёл
wall-end-reason-2 = человек отказался
wall-end-reason-3 = сел другой человек
wall-end-reason-4 = техническая неисправность
wall-told-came = Передано в кабинку { $booth }: сотрудник идёт
wall-told-back = Передано в кабинку { $booth }: человек вернулся
wall-told-end = Передано в кабинку { $booth }: закончить сеанс
wall-words-waiting = Сообщений кабинке: { $count }, ждём ответа
wall-withdrawal-lost = Запрос отозван поздно: кабинка уже открылась, в ней может никого не быть. Закончите сеанс.
wall-call-help = Просит помочь
wall-call-nobody = В кабинке никого нет
wall-call-wrong-person = Ответ «Это не я»
wall-call-interrupted = Запись прервалась
wall-call-held-long = Кабинка долго стоит пустой
wall-call-code-left = Секретный код остался на экране
wall-call-no-receipt = Чек не вышел
wall-call-other = Вызывает сотрудника

## Внимание: одна фраза, одно дело
attention-answer-day-unknown = Для обращений, поданных сегодня, день ответа не рассчитывается: не загружены календарь или срок.
attention-staff-called = Из кабинки { $booth } вызвали сотрудника, { $at }.
attention-booth-held = В кабинке { $booth } сеанс без человека.
attention-withdrawal-lost = Кабинка { $booth }: запрос отозван поздно.
attention-word-refused = Кабинка { $booth } не выполнила сообщение.
attention-print-uncertain = Неизвестно, вышел ли лист. Напечаталось?
attention-printer-not-ready = Принтер не готов. Проверьте бумагу и крышку.
attention-roster-missing = Расписание на сегодня ещё не получено.
attention-roster-changed = Расписание изменилось: { $count }.
attention-no-show-due = Приёмы, где не отмечена явка: { $count }.
attention-answer-arrived = На обращение { $number } пришёл ответ.
attention-hub-away = Нет связи с кабинками. Откройте кабинку на месте ключом сотрудника.
attention-portal-away = Нет связи с центром с { $since }.
attention-trouble = В полученных данных расхождение. Позовите администратора.
attention-left-over = Осталось со вчерашнего дня: { $count }.
attention-other = Обратите внимание: смотрите страницу «Действия».
desk-offline-hub-yet = Связи с кабинками ещё не было · не отправлено { $count } · работа продолжается
wall-code-shown = код на экране
