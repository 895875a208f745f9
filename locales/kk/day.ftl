# Күндер мен айлар, ұзақ жазылуы: «2026 жылғы 22 қараша».
# $weekday – апта күні.
day-long = { $year } жылғы { $day } { $month }
day-long-weekday = { $year } жылғы { $day } { $month }, { $weekday }
month-1 = қаңтар
month-2 = ақпан
month-3 = наурыз
month-4 = сәуір
month-5 = мамыр
month-6 = маусым
month-7 = шілде
month-8 = тамыз
month-9 = қыркүйек
month-10 = қазан
month-11 = қараша
month-12 = желтоқсан
weekday-1 = дүйсенбі
weekday-2 = сейсенбі
weekday-3 = сәрсенбі
weekday-4 = бейсенбі
weekday-5 = жұма
weekday-6 = сенбі
weekday-7 = жексенбі

## Неге жұмыс күні емес
day-kind-weekday = жұмыс күні
day-kind-weekend = демалыс күні
day-kind-holiday = мереке күні
day-kind-religious-holiday = діни мереке
day-kind-transferred = мереке ауыстырылған демалыс күні
day-kind-swapped-off = Үкімет ауыстырған демалыс күні
day-kind-working-weekend = жұмыс күніне ауыстырылған демалыс күні
