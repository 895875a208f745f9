# Лист прихода и отметка о прибытии: поля, подтверждения, предупреждения.
# $number – номер записи; $why – почему кабинка не запрошена; $booth – метка кабинки; $name – человек; $time – время; $room – комната.
visit-ticket = Талон
visit-park = Отложить в черновик
visit-discard = Удалить черновик
visit-discard-ask = Черновик: { $name }. Набранное не сохранится. Удалить черновик?
visit-who = Кто
visit-language = Язык
visit-reading = Как прочитано
visit-document-kind = Вид документа
visit-other-document = Другой документ
visit-more-of-document = Остальные сведения документа
visit-patronymic-ask = Отчество не указано. Если его нет, введите «-»; если неизвестно, оставьте пустым.
visit-date-form = Дату пишут так: дд.мм.гггг.
visit-as-printed = Так указано в документе: ИИН войдёт в запись примечанием и попадёт в список руководителя смены.
visit-power-dated = Дата доверенности
visit-power-until = Срок доверенности
visit-power-undated = Срок доверенности не указан. Запись попадёт в список руководителя смены, приём продолжается.
visit-power-expired = Срок доверенности истёк. Запись попадёт в список руководителя смены, приём продолжается.
visit-waiting-list = список ожидания
visit-to-waiting = Зарегистрировать, в список ожидания
visit-to-booth = Зарегистрировать, в кабинку { $booth }
visit-registered-waits = №{ $number } зарегистрировано, в списке ожидания. { $why }

## Предупреждения о документе: приём не прекращается
warning-expired = Срок документа истёк. Запись попадёт в список руководителя смены, приём продолжается.
warning-iin-sex = По ИИН пол не тот, что в документе. Верным считается документ.
warning-iin-birth = По ИИН дата рождения не та, что в документе. Верным считается документ.
warning-iin-century = 7-я цифра ИИН не соответствует веку рождения. Сверьте с документом.
warning-name-may-be-cut = В латинской строке документа имя могло не поместиться целиком.
warning-impossible-date = Первые шесть цифр ИИН не похожи на дату. Сверьте с документом.
warning-century-digit = 7-я цифра ИИН не указывает век. Сверьте с документом.
warning-number-form = Номер документа необычного вида. Сверьте с документом.
warning-issued-later = Дата выдачи ещё не наступила. Сверьте с документом.
warning-expires-before-issue = Срок действия раньше даты выдачи. Сверьте с документом.
warning-iin-missing = В документе не указан ИИН.
warning-other = Посмотрите документ внимательно.

## Отметка о прибытии
arrival-head = Отметка о прибытии
arrival-several = Приёмов несколько: выберите один
arrival-in-roster = В расписании
arrival-in-document = В документе
arrival-appointed = Назначено
arrival-roster = Расписание, версия { $version }, получено { $at }
arrival-other-document = В расписании указан другой документ
arrival-also-marked = Отмечено и на столе: { $desks }
arrival-late = Опоздание. Что будет?
arrival-late-choose = Сначала выберите, что будет: 1, 2 или 3.
arrival-marked = Прибытие отмечено: { $name }, { $time }, комната { $room }
arrival-cancelled = Этот приём отменён.
arrival-cancelled-why = Этот приём отменён. Причина: { $why }.
arrival-went-on = Приём { $time }, комната { $room }: { $state }.
arrival-undo = Отменить отметку
arrival-undo-ask = { $name }, { $time }: отменить последнюю отметку?
arrival-undo-other-person = отмечен другой человек
arrival-undo-left = человек ушёл
