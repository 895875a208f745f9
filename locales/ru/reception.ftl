# Онлайн-приём (domain.md § 7.4). Слова состояний – reception-state-… (refusal.ftl).
reception-videoconference = видеоконференцсвязь (ВКС)
reception-online = онлайн-приём
reception-schedule = график приёма
reception-roster = расписание
reception-roster-change = изменение в расписании
reception-room = комната
reception-check-in = отметка о прибытии
reception-appointed = назначенные дата и время
reception-refusal = отказ
reception-hearing = заслушивание
reception-equipment-check = проверка оборудования
reception-technical-failure = техническая неисправность

## Время прибытия
punctuality-early = прибытие заранее
punctuality-on-time = прибытие вовремя
punctuality-late = опоздание

## Шаги
reception-step-escorted = сопровождение в помещение
reception-step-started = приём начат
reception-step-finished = приём завершён
reception-step-no-show = неявка
reception-moved = перенесён
reception-cancelled = отменён
reception-other-document = в расписании указан другой документ
