# Дни и месяцы в полной записи: «22 ноября 2026 года».
# $weekday – день недели.
day-long = { $day } { $month } { $year } года
day-long-weekday = { $day } { $month } { $year } года, { $weekday }
month-1 = января
month-2 = февраля
month-3 = марта
month-4 = апреля
month-5 = мая
month-6 = июня
month-7 = июля
month-8 = августа
month-9 = сентября
month-10 = октября
month-11 = ноября
month-12 = декабря
weekday-1 = понедельник
weekday-2 = вторник
weekday-3 = среда
weekday-4 = четверг
weekday-5 = пятница
weekday-6 = суббота
weekday-7 = воскресенье

## Почему день не рабочий
day-kind-weekday = рабочий день
day-kind-weekend = выходной день
day-kind-holiday = праздничный день
day-kind-religious-holiday = религиозный праздник
day-kind-transferred = выходной, перенесённый с праздника
day-kind-swapped-off = выходной, перенесённый Правительством
day-kind-working-weekend = выходной, ставший рабочим днём
