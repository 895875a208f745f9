# Человек и документ: языки, виды документов, кто пришёл, поля (domain.md § 3.1, § 7.2).
## Язык
language-kk = по-казахски
language-ru = по-русски
language-mark-kk = ҚАЗ
language-mark-ru = РУС

## Виды документов
document-kind-id-card = Удостоверение личности
document-kind-passport = Паспорт
document-kind-residence-permit = Вид на жительство
document-kind-stateless-certificate = Удостоверение лица без гражданства
document-kind-refugee-certificate = Удостоверение беженца
document-kind-foreign-passport = Паспорт иностранного гражданина
document-kind-diplomatic-passport = Дипломатический паспорт
document-kind-service-passport = Служебный паспорт
document-kind-seafarers-book = Удостоверение личности моряка
document-kind-return-certificate = Свидетельство на возвращение
document-kind-birth-certificate = Свидетельство о рождении
document-kind-digital = Цифровой документ
document-kind-other = Другой документ

## Как прочитан документ
reading-typed = набрано вручную
reading-barcode = считано по штрих-коду
reading-mrz = считано по MRZ
reading-digital = из цифрового документа

## Кто пришёл
role-self = лично
role-legal-representative = законный представитель
role-power-of-attorney = по доверенности
role-legal-entity = юридическое лицо

## Поля
person-applicant = Заявитель
person-representative = Представитель
person-represented = От чьего имени
person-surname = Фамилия
person-first-name = Имя
person-patronymic = Отчество
person-no-patronymic = отчества нет
person-if-any = при наличии
person-latin-name = Латинское написание в документе
person-birth-day = Дата рождения
person-sex = Пол
person-iin = ИИН
person-bin = БИН
person-document = Документ, удостоверяющий личность
person-document-number = Номер документа
person-document-issuer = Кем выдан
person-document-issued = Дата выдачи
person-document-expires = Действителен до
person-country = Страна выдачи
person-post-address = Почтовый адрес
person-mail-address = Адрес электронной почты
person-phone = Контактный телефон
person-legal-entity-name = Наименование юридического лица
person-power-of-attorney = Доверенность
person-power-of-attorney-number = Номер доверенности
person-notary = Нотариус
person-consent = Согласие
person-needs-help = Нужна помощь
person-not-given = не указано
person-iin-digit-11 = Сверьте 11-ю цифру с документом
