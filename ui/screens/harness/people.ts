/** Invented people: their numbers belong to the 1800s, so that nobody living can bear one. */

/** Who works in the demonstration branch, with the language of their screen. */
export const STAFF = {
  akhmetova: { name: 'Ахметова Гүлназ Тестқызы', password: 'kabyldau-ahmetova', language: 'kk' },
  petrova: { name: 'Петрова Анна Тестовна', password: 'kabyldau-petrova', language: 'ru' },
  serik: { name: 'Серік Дәулет Тестұлы', password: 'kabyldau-serik', language: 'kk' },
  ospanov: { name: 'Оспанов Бауыржан Тестұлы', password: 'kabyldau-ospanov', language: 'kk' },
} as const;
export type Worker = (typeof STAFF)[keyof typeof STAFF];

/** Eleven digits with the one that checks them; `undefined` where no twelfth digit fits. */
function withCheckDigit(front: string): string | undefined {
  const sum = (shift: number) => [...front].reduce((total, digit, at) => total + Number(digit) * (((at + shift) % 11) + 1), 0) % 11;
  const check = sum(0) === 10 ? sum(2) : sum(0);
  return check === 10 ? undefined : `${front}${check}`;
}

/** An IIN nobody of the demonstration has, by number. */
export function iin(number: number): string {
  return withCheckDigit(`7002031${String(100 + number)}0`) ?? iin(number + 200);
}

/** The IIN of a person on the day's roster, by their place in it. */
export function onRoster(place: number): string {
  const front = `690101${1 + (place % 2)}${String(700 + place)}0`;
  return withCheckDigit(front) ?? onRoster(place + 100);
}

/** When that reception is, and in which room. */
export function appointed(place: number): { time: string; room: string } {
  const minutes = 45 + (place - 5) * 10;
  const later = `${14 + Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
  const time = ['14:30', '14:00', '13:40', '13:30', '14:10'][place] ?? later;
  return { time, room: String(1 + (place % 3)) };
}

/** A number of twelve digits whose last one does not check. */
export const WRONG_CHECK_DIGIT = '690101100010';

/** The zone of an ID card nobody has registered yet: IIN 680503200911, № 012345678. */
export const ZONE = 'IDKAZ0123456784680503200911<<<|6805034F3104116KAZ<<<<<<<<<<<9|SEIDAKHMETOVA<<MADINA<<<<<<<<<';
/** The same with a sign misread in its second line. */
export const GARBLED_ZONE = 'IDKAZ0123456784680503200911<<<|6805034F3104117KAZ<<<<<<<<<<<9|SEIDAKHMETOVA<<MADINA<<<<<<<<<';

/** Who stands in the journal already, registered by desk B: the demonstration's visitor with a barcode. */
export const KNOWN = { iin: '680503200008', surname: 'Қасымова', place: 0 } as const;
