# Окно стола: вход и журнал за сегодня.
desk-program = Қабылдау
# $branch – код филиала; $desk – метка стола.
desk-label = { $branch } · стол { $desk }
desk-language = Язык экрана
desk-lock = Заблокировать

## Вход
sign-in-title = Вход
sign-in-who = Сотрудник
sign-in-password = Пароль
sign-in-enter = Войти
sign-in-entering = Проверяем…
sign-in-nobody = На этом столе ещё нет списка сотрудников. Позовите администратора.
sign-in-demonstration = Это демонстрационный филиал: люди и документы вымышлены.

## Сегодня
today-title = Журнал за сегодня
today-day-not-open = День ещё не открыт.
today-empty = Сегодня записей нет.
today-count = { $count ->
    [one] { $count } запись
    [few] { $count } записи
   *[many] { $count } записей
}
today-column-number = Номер
today-column-time = Время
today-column-applicant = Заявитель
today-column-language = Язык
today-column-state = Состояние

## Состояние в журнале
appeal-stage-annulled = аннулировано
