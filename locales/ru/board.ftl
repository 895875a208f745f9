# Табло сопровождения: только для сотрудников. Казахский первым и жирнее, русский под ним.
# $count – сколько человек; $who – имя сотрудника; $name – кого проводить; $desk – стол.
board-title = Ближайшие 30 минут · { $count } чел.
# $count – сколько не поместилось.
board-more = ещё { $count }
board-nobody = В ближайшие 30 минут никого провожать не нужно
board-minutes = мин
board-now = Проводить сейчас
board-wait = Пусть подождёт
board-ask-desk = Узнать на ресепшн
board-taken = { $who } ведёт
# $time – когда взят, «чч:мм».
board-taken-at = ведёт с { $time }
board-needs-help = нужна помощь
# Откуда: стол, где отмечено прибытие.
board-from-desk = стол { $desk }
board-not-come = ещё не здесь
board-undo = Отменить: { $name }
board-undone = Отменено: { $name }
board-undo-reason = нажато по ошибке
board-locked = Стол заблокирован
board-away = Программа не отвечает
board-not-linked = нет связи
# $since – время последней связи с центром.
board-not-linked-since = нет связи · { $since }
