# Ертіп апару тақтасы: тек қызметкерлерге. Қазақшасы бірінші әрі жуанырақ, орысшасы астында.
# $count – адам саны; $who – қызметкердің аты-жөні; $name – ертілетін адам; $desk – үстел.
board-title = Алдағы 30 минут · { $count } адам
# $count – тақтаға сыймағандар.
board-more = тағы { $count }
board-nobody = Алдағы 30 минутта ешкімді ертіп апару керек емес
board-minutes = мин
board-now = Қазір ертіп апару
board-wait = Отыра тұрсын
board-ask-desk = Үстелден сұраңыз
board-taken = { $who } алды
# $time – алынған уақыты, «сс:мм».
board-taken-at = алынған уақыты { $time }
board-needs-help = көмек керек
# Қайдан: келгенін белгілеген үстел.
board-from-desk = { $desk } үстел
board-not-come = келген жоқ
board-undo = Қайтару: { $name }
board-undone = Қайтарылды: { $name }
board-undo-reason = қате басылды
board-locked = Үстел құлыпталған
board-away = Бағдарлама жауап бермей тұр
board-not-linked = байланыс жоқ
# $since – орталықпен соңғы байланыс уақыты.
board-not-linked-since = байланыс жоқ · { $since }
