# Видеообращение: виды, состояния, слова (domain.md § 7.3).
appeal = обращение
video-appeal = видеообращение
video-appeal-service = сервис по приёму видеообращений (СПВО)

## Виды
appeal-kind-application = Заявление
appeal-kind-complaint = Жалоба
appeal-kind-proposal = Предложение
appeal-kind-request = Запрос
appeal-kind-response = Отклик
appeal-kind-message = Сообщение
appeal-collective = коллективное
appeal-main = основное обращение
appeal-joined = приобщённое обращение

## Состояния одного прихода
appeal-stage-registered = зарегистрировано
appeal-stage-waiting = ожидает
appeal-stage-in-booth = в кабинке
appeal-stage-recording = идёт запись
appeal-stage-paused = приостановлено
appeal-stage-filed = отправлено
appeal-stage-not-filed = не отправлено
appeal-stage-interrupted = прервано
appeal-stage-accepted = принято центром
appeal-stage-answered = пришёл ответ
appeal-stage-handed-over = ответ выдан
appeal-stage-did-not-take-place = не состоялось

## Слова
appeal-secret-code = секретный код
appeal-barcode = штрих-код
appeal-receipt = чек
appeal-expected-day = предположительная дата ответа
appeal-recording-day = дата записи
appeal-reasons-and-demands = мотивы и требования
appeal-answer = ответ
appeal-hand-over = выдача ответа
appeal-term = срок рассмотрения
appeal-working-day = рабочий день
appeal-calendar-day = календарный день
appeal-leaflet = памятка
