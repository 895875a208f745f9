# Адам және құжат: тілдер, құжат түрлері, кім келді, өрістер (domain.md § 3.1, § 7.2).
## Тіл
language-kk = қазақша
language-ru = орысша
language-mark-kk = ҚАЗ
language-mark-ru = РУС

## Құжат түрлері
document-kind-id-card = Жеке куәлік
document-kind-passport = Паспорт
document-kind-residence-permit = Тұруға ықтиярхат
document-kind-stateless-certificate = Азаматтығы жоқ адамның куәлігі
document-kind-refugee-certificate = Босқын куәлігі
document-kind-foreign-passport = Шетел паспорты
document-kind-diplomatic-passport = Дипломатиялық паспорт
document-kind-service-passport = Қызметтік паспорт
document-kind-seafarers-book = Теңізшінің жеке куәлігі
document-kind-return-certificate = Қайтып оралуға арналған куәлік
document-kind-birth-certificate = Туу туралы куәлік
document-kind-digital = Цифрлық құжат
document-kind-other = Басқа құжат

## Құжат қалай оқылды
reading-typed = қолмен терілді
reading-barcode = штрих-код арқылы оқылды
reading-mrz = MRZ арқылы оқылды
reading-digital = цифрлық құжаттан алынды

## Кім келді
role-self = өзі
role-legal-representative = заңды өкіл
role-power-of-attorney = сенімхат бойынша
role-legal-entity = заңды тұлға

## Өрістер
person-applicant = Өтініш беруші
person-representative = Өкіл
person-represented = Кімнің атынан
person-surname = Тегі
person-first-name = Аты
person-patronymic = Әкесінің аты
person-no-patronymic = әкесінің аты жоқ
person-if-any = бар болған жағдайда
person-latin-name = Құжаттағы латынша жазылуы
person-birth-day = Туған күні
person-sex = Жынысы
person-iin = ЖСН
person-bin = БСН
person-document = Жеке басын куәландыратын құжат
person-document-number = Құжат нөмірі
person-document-issuer = Берген орган
person-document-issued = Берілген күні
person-document-expires = Қолданылу мерзімі
person-country = Берген ел
person-post-address = Пошталық мекенжай
person-mail-address = Электрондық пошта мекенжайы
person-phone = Байланыс телефоны
person-legal-entity-name = Заңды тұлғаның атауы
person-power-of-attorney = Сенімхат
person-power-of-attorney-number = Сенімхат нөмірі
person-notary = Нотариус
person-consent = Келісім
person-needs-help = Көмек керек
person-not-given = көрсетілмеген
person-iin-digit-11 = 11-цифрды құжатпен салыстырыңыз
