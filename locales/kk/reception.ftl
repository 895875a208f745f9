# Онлайн-қабылдау (domain.md § 7.4). Күй сөздері – reception-state-… (refusal.ftl).
reception-videoconference = бейнеконференцбайланыс (БКБ)
reception-online = онлайн-қабылдау
reception-schedule = қабылдау кестесі
reception-roster = кесте
reception-roster-change = кестеге енгізілген өзгеріс
reception-room = бөлме
reception-check-in = келгенін белгілеу
reception-appointed = белгіленген күні мен уақыты
reception-refusal = бас тарту
reception-hearing = тыңдау
reception-equipment-check = жабдықтарды тексеру
reception-technical-failure = техникалық ақаулық

## Келу уақыты
punctuality-early = ерте келді
punctuality-on-time = уақытында келді
punctuality-late = кешікті

## Қадамдар
reception-step-escorted = үй-жайға ертіп апарылды
reception-step-started = қабылдау басталды
reception-step-finished = қабылдау аяқталды
reception-step-no-show = келмеді
reception-moved = кейінге қалдырылды
reception-cancelled = тоқтатылды
reception-other-document = кестеде басқа құжат көрсетілген
