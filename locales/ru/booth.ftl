# Экраны видеокабинки. Порядок: свободно → приветствие → правила → данные → вид → адресат → камера → запись → отправка → прощание.
# $left – оставшееся время, «м:сс»; $length – длительность записи, «м:сс»; $day – дата; $saved – что сохранено.

## Свободная кабинка и приветствие
booth-name = Видеообращения
booth-free = Свободно. Подойдите на ресепшн, вас зарегистрируют.
booth-welcome = Добро пожаловать! Экран подскажет каждый шаг. Не спешите.
booth-start = Начать
booth-this-language = Русский
booth-back = Назад
booth-step = { $step } / { $of }
# $booth – обозначение кабинки.
booth-label = Кабинка { $booth }
booth-step-name = Шаг
booth-larger-type = Крупнее шрифт
booth-type-normal = Обычный шрифт
booth-type-large = Крупный шрифт
booth-type-largest = Самый крупный шрифт
booth-out-of-service = Кабинка временно не работает. Подойдите на ресепшн.

## Правила
booth-rules-head = Сначала важное
booth-rules-time = Время записи – 3 минуты. Если нужно больше, запишите новое обращение тому же адресату.
booth-rules-essence = Чётко изложите суть вопроса.
booth-rules-essence-2016 = Обращение без изложения сути не рассматривается.
booth-rules-end = В конце на экране появятся дата, секретный код и предположительная дата ответа; будет напечатан чек.
booth-understood = Понятно, продолжить

## Данные
booth-data-head = Данные верны?
booth-data-ok = Всё верно
booth-data-fix = Исправить
booth-data-post = Почтовый адрес
booth-data-mail = Электронная почта
booth-data-empty = не указано
booth-data-entity = Юридическое лицо
booth-data-nomail = Электронной почты нет
booth-data-notme = Это не я
booth-data-post-ask = Напишите ваш почтовый адрес
booth-data-mail-ask = Напишите адрес вашей электронной почты

## Вид
booth-kind-head = Что вы хотите подать?
booth-kind-application = Заявление – прошу решить вопрос
booth-kind-complaint = Жалоба – на решение, действие или бездействие
booth-kind-proposal = Предложение – предлагаю улучшить
booth-kind-request = Запрос – прошу сообщить сведения
booth-kind-response = Отклик – высказываю мнение
booth-kind-message = Сообщение – сообщаю о случившемся

## Адресат
booth-to-head = Кому адресовано обращение?
booth-to-advised = Предложено на ресепшн
booth-to-ministries = Министерства
booth-to-akimats = Акиматы
booth-to-search = Поиск по названию
booth-to-unknown = Не знаю – позвать сотрудника
booth-to-none = В перечне не найдено. Напишите иначе или позовите сотрудника.
# $count – сколько адресатов найдено.
booth-to-found = Найдено: { $count }
booth-to-show = Показать список
booth-list-earlier = Предыдущие
booth-list-later = Следующие
# $from, $to – какие строки видны, $of – сколько всего.
booth-list-place = { $from }–{ $to } / { $of }
booth-list-letters = Буквы
booth-complaint-head = На кого жалоба? Напишите, если знаете.
booth-complaint-spoken = Мотивы и требования изложу в записи
booth-complaint-write = Написать
booth-complaint-rewrite = Изменить
booth-complaint-on = Продолжить

## Камера и голос
booth-camera-oval = Лицо должно быть в овале
booth-camera-up = Выше
booth-camera-down = Ниже
booth-camera-dark = Темно. Позовите сотрудника.
booth-camera-height = Если камера стоит слишком высоко или низко, позовите сотрудника.
booth-camera-mirror = Ваше изображение с камеры
booth-sound-check = Проверить голос
booth-sound-heard = Голос слышен
booth-sound-test = Назовите своё имя – вы услышите себя
booth-sound-low = Вас плохо слышно. Говорите громче.
booth-sound-level = Голос
booth-sound-sign = Говорю на жестовом языке

## Запись
booth-rec-start = Начать запись
booth-rec-stop = Остановить
booth-rec-on = Идёт запись
booth-rec-soon = Запись сейчас начнётся
booth-rec-left = Осталось { $left }
booth-rec-last30 = Осталось 30 секунд. Пожалуйста, завершайте.
booth-rec-prompts = Кто вы? Что случилось? Когда? О чём просите?

## После остановки: ещё не отправлено
booth-stopped = Запись остановлена, { $length }. Ещё не отправлена.
booth-timeup = Три минуты истекли. Ещё не отправлено.
booth-finish = Завершить запись и отправить
booth-finish-more = Отправить и записать продолжение
booth-resume = Продолжить запись (осталось { $left })
booth-again = Записать заново
booth-again-ask = Эта запись будет удалена. Записать заново?
booth-again-yes = Да, записать заново
booth-again-no = Нет, оставить запись
booth-filing = Регистрируем. Подождите, пожалуйста.

## Принято
booth-done = Ваше видеообращение принято
booth-done-code = Секретный код – для просмотра ответа. Никому не сообщайте.
booth-code-hidden = Секретный код скрыт
booth-done-due = Предположительная дата ответа
booth-done-number = Регистрационный номер
booth-done-date = Предположительная дата ответа: { $day }
booth-done-date-by-law = Срок рассмотрения – в соответствии с законодательством
booth-code-noted = Код записан
booth-code-noted-ask = Код исчезнет с экрана. Вы его записали?
booth-code-noted-no = Нет, оставить код
booth-code-noted-yes = Да, код записан
booth-code-show = Показать код
booth-receipt-ask = Чек напечатан?
booth-receipt-printing = Чек печатается
booth-receipt-yes = Да, чек у меня
booth-receipt-no = Нет
booth-receipt-desk = Чек не напечатан. Получите его на ресепшн. Код останется на экране.
booth-rating = Оцените обслуживание
booth-rating-scale = 1 очень плохо – 5 отлично
booth-rating-skip = Пропустить
booth-bye = Спасибо! Не забудьте документы, очки и чек.

## Помощь и перерыв
booth-call = Позвать сотрудника
booth-called = Вызов передан, подождите
booth-idle = Продолжим?
booth-idle-on = Да, продолжить
booth-idle-end = Закончить
booth-held = Сотрудник вызван. { $saved }
booth-leave-ask = Если закончить, обращение не будет отправлено. Закончить?
booth-leave-yes = Да, закончить
booth-leave-no = Нет, продолжить
booth-fault = Извините, технический сбой. { $saved } Сотрудник вызван.
booth-kept-data = Введённое сохранено.
booth-kept-recording = Запись сохранена.
booth-kept-nothing = Ничего не сохранено.

## Клавиатура на экране
keys-next-capital = Заглавная
keys-space = Пробел
keys-erase = Стереть
keys-done = Готово
keys-letters = Клавиши
keys-written = Написано
