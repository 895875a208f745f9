# Онлайн-приём (domain.md § 7.4). Слова состояний – reception-state-… (refusal.ftl).
reception-videoconference = видеоконференцсвязь (ВКС)
reception-online = онлайн-прием
reception-schedule = график приема
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
punctuality-early = прибыл заранее
punctuality-on-time = прибыл вовремя
punctuality-late = опоздал

## Шаги
reception-step-escorted = сопровождён в помещение
reception-step-started = приём начат
reception-step-finished = приём завершён
reception-step-no-show = не явился
reception-moved = перенесён
reception-cancelled = отменён
reception-other-document = в расписании указан другой документ
