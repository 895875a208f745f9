# Работа и программа (domain.md § 7.5).
## Сотрудники
staff-role-reception = сотрудник ресепшн
staff-role-escort = сопровождающий
staff-role-supervisor = руководитель смены (старший)
staff-role-administrator = администратор
staff-role-auditor = проверяющий
work-employee = сотрудник
work-post = должность
work-shift = смена
work-on-duty = дежурный
work-queue = электронная очередь
work-ticket = талон

## Вход
work-sign-in = Вход
work-sign-out = Выход
work-locked = заблокировано
work-password = пароль

## Связь
work-sync = синхронизация
work-offline = нет связи (офлайн)
work-online = есть связь
work-waiting-to-send = ожидает отправки
work-conflict = конфликт
work-portal = центральный портал

## Печать и сканирование
work-printer = принтер
work-paper-out = закончилась бумага
work-paper-low = мало бумаги
work-print = печать
work-reprint = повторная печать
work-scanner = сканер
work-scan = сканировать

## Программа
work-backup = резервная копия
work-restore = восстановить
work-search = поиск
work-filter = фильтр
work-report = отчёт
work-period = период
work-month = месяц
work-quarter = квартал
work-export = экспорт
work-correction = исправление
work-reason = причина
work-action-log = журнал действий
work-settings = настройки
work-save = сохранить
work-cancel = отмена
work-delete = удалить
work-required = обязательное поле
work-yes = Да
work-no = Нет
work-other = другое

## Слова состояний: всегда знак и слово вместе
work-state-ready = готово
work-state-attention = внимание
work-state-impossible = нельзя
work-state-going-on = идёт
work-state-free = свободно
