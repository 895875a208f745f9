//! The sentences about what a verification finds; the code is the ledger's own word for it.

use super::Words;
use qabyldau_store::Fault;

words! {
    FAULTS
    FILE_DAMAGED "file-damaged"
        "файлдың беттері бүлінген: {place}"
        "страницы файла повреждены: {place}"
    SCHEMA "schema"
        "кесте бұл бағдарлама жасағандай емес: {place}"
        "таблица не такова, какой её делает программа: {place}"
    UNREADABLE "unreadable"
        "жолда енді дерек жоқ, ол оқылмайды: {place}"
        "строка больше не факт, её не прочесть: {place}"
    GAP "gap"
        "ағында орын жетіспейді: {place}"
        "в потоке нет места: {place}"
    WRONG_PREV "wrong-prev"
        "алдыңғы деректің хеші сәйкес емес: {place}"
        "хеш предыдущего факта не сходится: {place}"
    WRONG_HASH "wrong-hash"
        "жол өзгертілген, хеш сәйкес емес: {place}"
        "строка изменена, хеш не сходится: {place}"
    WRONG_SIGNATURE "wrong-signature"
        "жол өзгертіліп, хеші қайта есептелген, бірақ қолы түйіндікі емес: {place}"
        "строка изменена и хеш пересчитан, но подпись не этого узла: {place}"
    HALF_ACT "half-act"
        "ағын әрекеттің ортасында бітеді: {place}"
        "поток кончается посреди действия: {place}"
    TICK_NOT_GROWING "tick-not-growing"
        "реттік такт өспейді: {place}"
        "такт порядка не растёт: {place}"
    TICK_BEHIND "tick-behind"
        "сақталған ең үлкен такт деректікінен кіші: {place}"
        "сохранённый такт меньше, чем у фактов: {place}"
    ERASED_WITHOUT_CLOSING "erased-without-closing"
        "деректің мәтіні жабылусыз жойылған: {place}"
        "тело факта пропало без закрытия предмета: {place}"
    NOT_ERASED "not-erased"
        "жабылған нәрсенің мәтіні әлі тұр: {place}"
        "тело закрытого предмета ещё стоит: {place}"
    NODE_UNEXPLAINED "node-unexplained"
        "портал қабылдамаған жазушы: {place}"
        "пишущий узел порталом не принят: {place}"
    NUMBER "number"
        "реттік нөмір кезегімен тұрған жоқ: {place}"
        "порядковый номер не следующий в своём ряду: {place}"
    ROW_DIFFERS "row-differs"
        "жол деректерден шығатындай емес: {place}"
        "строка не та, что складывается из фактов: {place}"
    ROW_MISSING "row-missing"
        "деректерден шығатын жол жоқ: {place}"
        "нет строки, которая складывается из фактов: {place}"
    ROW_EXTRA "row-extra"
        "ешбір деректен шықпайтын жол бар: {place}"
        "есть строка, которая ни из чего не складывается: {place}"
    MARK_DIFFERS "mark-differs"
        "деректің белгісі есеп айтқандай емес: {place}"
        "пометка факта не та, что говорит счёт: {place}"
    SEARCH_INDEX "search-index"
        "аттар көрсеткіші журналға сәйкес емес{place}"
        "указатель имён не сходится с журналом{place}"
    CHECKPOINT_DIFFERS "checkpoint-differs"
        "портал қол қойған белгіде бұл орында басқа дерек тұр: {place}"
        "по подписанной отметке портала здесь другой факт: {place}"
    BEHIND_CHECKPOINT "behind-checkpoint"
        "портал бұл ағыннан осында бардан көп біледі: {place}"
        "портал знает об этом потоке больше, чем есть здесь: {place}"
    PEER_DIFFERS "peer-differs"
        "басқа жерде бұл орында басқа дерек тұр: {place}"
        "в другом месте здесь стоит другой факт: {place}"
    BEHIND_PEER "behind-peer"
        "басқа жерде өз ағынымыз ұзағырақ: {place}"
        "в другом месте наш поток длиннее: {place}"
    OTHER_FAULT "fault"
        "тексеру басқа ақау тапты: {place}"
        "проверка нашла другое: {place}"
}

/// The sentence of a fault.
pub fn of(fault: &Fault) -> &'static Words {
    match fault {
        Fault::File(_) => &FILE_DAMAGED,
        Fault::Schema(_) => &SCHEMA,
        Fault::Unreadable => &UNREADABLE,
        Fault::Gap => &GAP,
        Fault::WrongPrev => &WRONG_PREV,
        Fault::WrongHash => &WRONG_HASH,
        Fault::WrongSignature => &WRONG_SIGNATURE,
        Fault::HalfAct => &HALF_ACT,
        Fault::TickNotGrowing => &TICK_NOT_GROWING,
        Fault::TickBehind => &TICK_BEHIND,
        Fault::ErasedWithoutClosing => &ERASED_WITHOUT_CLOSING,
        Fault::NotErased => &NOT_ERASED,
        Fault::NodeUnexplained(_) => &NODE_UNEXPLAINED,
        Fault::Number { .. } => &NUMBER,
        Fault::RowDiffers { .. } => &ROW_DIFFERS,
        Fault::RowMissing { .. } => &ROW_MISSING,
        Fault::RowExtra { .. } => &ROW_EXTRA,
        Fault::MarkDiffers => &MARK_DIFFERS,
        Fault::SearchIndex => &SEARCH_INDEX,
        Fault::CheckpointDiffers => &CHECKPOINT_DIFFERS,
        Fault::BehindCheckpoint => &BEHIND_CHECKPOINT,
        Fault::PeerDiffers => &PEER_DIFFERS,
        Fault::BehindPeer => &BEHIND_PEER,
        _ => &OTHER_FAULT,
    }
}
