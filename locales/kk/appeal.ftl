# Бейнеөтініш: түрлері, күйлері, сөздері (domain.md § 7.3).
appeal = жолданым
video-appeal = бейнеөтініш
video-appeal-service = бейнеөтініш қабылдау сервисі (БӨҚС)

## Түрлері
appeal-kind-application = Өтініш
appeal-kind-complaint = Шағым
appeal-kind-proposal = Ұсыныс
appeal-kind-request = Сұрау салу
appeal-kind-response = Үн қосу
appeal-kind-message = Хабарлама
appeal-collective = ұжымдық
appeal-main = негізгі өтініш
appeal-joined = қоса тіркелген

## Бір келудің күйлері
appeal-stage-registered = тіркелді
appeal-stage-waiting = күтіп отыр
appeal-stage-in-booth = кабинада
appeal-stage-recording = жазылып жатыр
appeal-stage-paused = тоқтап тұр
appeal-stage-filed = жіберілді
appeal-stage-not-filed = жіберілмеді
appeal-stage-interrupted = үзілді
appeal-stage-accepted = орталық қабылдады
appeal-stage-answered = жауап келді
appeal-stage-handed-over = жауап берілді
appeal-stage-did-not-take-place = өтпеді

## Сөздер
appeal-secret-code = құпия код
appeal-barcode = штрих-код
appeal-receipt = чек
appeal-expected-day = жауаптың болжалды күні
appeal-recording-day = жазудың күні
appeal-reasons-and-demands = уәждер мен талаптар
appeal-answer = жауап
appeal-hand-over = жауапты беру
appeal-term = қарау мерзімі
appeal-working-day = жұмыс күні
appeal-calendar-day = күнтізбелік күн
appeal-leaflet = ереже жадынамасы
