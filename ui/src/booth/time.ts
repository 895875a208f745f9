/** Times of a recording, as they are read aloud: minutes and two digits of seconds. */

/** What is left: a begun second still counts, so that 0:00 stands there only when nothing is left. */
export const left = (ms: number): string => clock(Math.ceil(Math.max(0, ms) / 1_000));

/** What is done: only whole seconds count. */
export const length = (ms: number): string => clock(Math.floor(Math.max(0, ms) / 1_000));

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
