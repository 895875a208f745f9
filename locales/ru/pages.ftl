# Остальные страницы стола: открытие дня, журнал, приёмы, обращения, расписания, устройства, действия, клавиши.
# $day – дата; $number – номер; $count – число; $at – время; $name – человек; $label – метка устройства; $page / $of – страница.

## Открытие дня
opening-title = Открытие дня
opening-missing = нет
opening-check-clock = Часы
opening-check-roster = Расписание на сегодня
opening-check-printer = Принтер
opening-check-booths = Кабинки
opening-check-rooms = Комнаты
opening-check-scanner = Сканер
opening-check-left-over = Со вчерашнего дня
opening-check-exchange = Связь
opening-check-law = Сроки и календарь
opening-check-other = Проверка
opening-ready-clock = Дата и время верны.
opening-ready-roster = Расписание получено.
opening-ready-printer = Принтер есть. Проверьте бумагу.
opening-ready-booths = Связь с кабинками есть.
opening-ready-rooms = Список комнат есть. Обойдите их.
opening-ready-scanner = Код считан.
opening-ready-left-over = Ничего не осталось.
opening-ready-exchange = Связь с центром есть.
opening-ready-law = Загружены.
opening-ready-other = Готово.
opening-attention-clock = Дату нужно подтвердить.
opening-attention-roster = Расписание старое. Обновится, когда будет связь.
opening-attention-printer = Проверьте бумагу и крышку.
opening-attention-booths = Связи с кабинками нет. Проверьте, включены ли они.
opening-attention-rooms = Осмотрите комнаты.
opening-attention-scanner = Считайте любой код.
opening-attention-left-over = Со вчерашнего дня есть незаконченное. Сообщите руководителю смены.
opening-attention-exchange = Связи с центром нет, работа продолжается.
opening-attention-law = День ответа не рассчитывается. Администратор должен обновить календарь.
opening-attention-other = Обратите внимание.
opening-missing-clock = Часы нужно поправить.
opening-missing-roster = Расписание на сегодня ещё не получено. День можно открыть.
opening-missing-printer = Принтер не найден. День можно открыть, печать позже.
opening-missing-booths = Списка кабинок нет. День можно открыть.
opening-missing-rooms = Списка комнат нет. День можно открыть.
opening-missing-scanner = Сканер не отвечает. Данные можно вводить вручную.
opening-missing-left-over = Вчерашний день не закрыт.
opening-missing-exchange = Связи с центром ещё не было.
opening-missing-law = Правила не загружены. Позовите администратора.
opening-missing-other = Не готово. День можно открыть.
day-opened = { $day } открыт
day-closed = День закрыт
day-close-ask = Закрыть { $day }? Более поздние действия попадут на дополнительный лист.

## Журнал
journal-find = Имя или номер
journal-nothing = Таких записей нет.
journal-kept = Записи не удаляются, только дополняются
journal-filter-all = все
journal-filter-waiting = ожидают
journal-filter-in-booth = в кабинке
journal-filter-filed = отправлено
journal-filter-not-filed = не отправлено
journal-filter-annulled = аннулировано
entry-history = История записи
entry-note = Примечание
entry-show-iin = Показать полностью
entry-correct = Исправить
entry-correct-field = Какое поле исправить?
entry-old = Прежнее
entry-new = новое
entry-correct-next = Перейти к причине
entry-correct-do = Внести исправление
entry-correct-reason-1 = опечатка при наборе
entry-correct-reason-2 = приведено к документу
entry-correct-reason-3 = уточнил заявитель
entry-correct-reason-4 = сменился документ
entry-corrected = №{ $number } исправлено
entry-annul = Аннулировать
entry-annul-ask = №{ $number }, { $name }. Запись будет зачёркнута и останется в журнале. Аннулировать?
entry-annul-reason-1 = зарегистрировано дважды
entry-annul-reason-2 = зарегистрирован другой человек
entry-annul-reason-3 = заявитель отказался
entry-annul-reason-4 = нажато по ошибке
entry-annulled = Запись №{ $number } аннулирована
entry-annulled-because = Аннулирована. Причина: { $reason }

## Исправляемые поля
field-surname = Фамилия
field-given = Имя
field-patronymic = Отчество
field-iin = ИИН
field-latin = Латинское написание
field-language = Язык
field-ticket = Талон
field-document-kind = Вид документа
field-document-country = Страна выдачи
field-document-number = Номер документа
field-document-issuer = Кем выдан
field-document-issued = Дата выдачи
field-document-expires = Действителен до
field-needs-help = Нужна помощь
field-other = Другое поле

## Примечания
note-document-expired = срок документа истёк
note-iin-as-printed = ИИН так указан в документе
note-other-document = предъявлен другой документ
note-authority-undated-or-expired = срок доверенности не указан или истёк
note-minor = несовершеннолетний
note-other = примечание

## Приёмы
receptions-all-rooms = Все комнаты
receptions-act = Действие
receptions-none-in-room = В этой комнате приёмов нет.
reception-at-arrived = прибытие { $at }
reception-at-escorted = сопровождение { $at }
reception-at-started = начат { $at }
reception-at-finished = завершён { $at }

## Обращения
appeal-find = Регистрационный номер
appeal-look-up = Посмотреть
appeal-fourteen = В номере должно быть 14 цифр.
appeal-scan-or-type = Отсканируйте чек или наберите 14 цифр.
appeal-entry = Запись журнала
appeal-stages = Путь обращения
appeal-stage-not-yet = ещё нет
appeal-copies = Напечатано копий: { $count }.
appeal-print-copy = Напечатать копию чека
appeal-identified-by = Предъявленный документ
appeal-identify = выберите
appeal-identify-first = Сначала выберите документ, который предъявил человек.
appeal-hand-over-do = Ответ выдан на руки
appeal-handed = { $number }: ответ выдан
print-confirmed = Лист напечатан
print-uncertain = Неизвестно, вышел ли лист
print-failed = Лист не вышел
print-reason-1 = первый чек не вышел
print-reason-2 = чек потерян
print-reason-3 = чек испорчен

## Расписания
roster-day-choose = День
roster-of = Расписание
roster-day-of = День
roster-receptions = Приёмов
roster-rooms = Комнаты
roster-printed-times = Напечатано раз
roster-print-day = Напечатать расписание, { $day }
roster-preview = Вид листа
roster-preview-coming = Лист готовится…
roster-preview-of = Лист расписания, { $day }, { $page } / { $of }
roster-page-before = Предыдущая страница
roster-page-next = Следующая страница
roster-reason-1 = расписание изменилось
roster-reason-2 = лист испорчен
roster-reason-3 = нужен ещё один экземпляр

## Устройства
devices-printing = Печать
devices-no-printer = Принтер не выбран.
devices-no-jobs = Незавершённой печати нет.
job-sheet-receipt = Чек
job-sheet-receipt-copy = Копия чека
job-sheet-roster = Расписание
job-sheet-other = Лист
job-said-printed = Записано: лист вышел
job-said-not = Записано: лист не вышел
devices-nodes = Кабинки и столы
devices-node-booth = Кабинка { $label }
devices-node-desk = Стол { $label }
devices-node-hub = Узел филиала { $label }
devices-node-portal = Центральный портал { $label }
devices-state-here = этот стол
devices-state-unknown = неизвестно
devices-staff = Сотрудники смены
devices-here-since = здесь с { $at }
devices-not-here = входа не было
devices-scanner = Сканер
devices-trial = Проверить сканер
devices-trial-end = Закончить проверку
devices-trial-read = Считано: знаков { $length }, строк { $lines }. Сканер работает.
devices-rooms = Комнаты
devices-theme = Цвет экрана
devices-theme-light = светлый
devices-theme-dark = тёмный
devices-theme-hc = контрастный

## Действия
ledger-day = Открытый день: { $day }
ledger-nothing-open = Незаконченного нет.
ledger-exchange = Обмен
ledger-device = Устройство
ledger-facts = Записано
ledger-unsent = Не отправлено
ledger-trouble = { $node }, запись { $seq }: { $what }
ledger-acts = Последние действия
ledger-act = Действие
ledger-about = О чём
ledger-by = Кто
open-thing-waiting = Ожидает человек: { $count }.
open-thing-session-running = Незаконченных сеансов: { $count }.
open-thing-print-uncertain = Листов, о которых неизвестно, вышли ли они: { $count }.
open-thing-no-show = Приёмов, где не отмечена явка: { $count }.
open-thing-hand-over = Невыданных ответов: { $count }.
open-thing-unsent = Неотправленных данных: { $count }.
open-thing-notes = Примечаний для руководителя смены: { $count }.
open-thing-other = Есть незаконченное.
stream-halted-gap = В цепочке не хватает записи. Позовите администратора.
stream-halted-wrong-signature = Подпись цепочки не подходит. Позовите администратора.
stream-halted-other = Цепочка остановлена. Позовите администратора.
trouble-other = данные не приняты, хранятся отдельно

## Клавиши
keys-card = Клавиши
keys-find = Поиск по журналу
keys-receptions = Ближайшие приёмы
keys-next = Следующий черновик или следующая часть
keys-iin = Показать ИИН открытой записи на 20 секунд
keys-digits = Выбор из короткого списка
keys-enter = Нажать главную кнопку
keys-back = На шаг назад
devices-in-touch = Связь с кабинками есть.
devices-last-heard = Связи с кабинками нет, последние известия { $since }.
devices-not-heard = Связи с кабинками ещё не было.
