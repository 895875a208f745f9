/** Moments for events: the pause between two touches holds across pages, and so across files of tests that share one document. */
let moment = 0;

/** Marks an event as long after the one before. */
export function later<Of extends Event>(event: Of): Of {
  moment += 10_000;
  return now(event);
}

/** Marks an event as at the same moment as the one before. */
export function now<Of extends Event>(event: Of): Of {
  Object.defineProperty(event, 'timeStamp', { value: moment });
  return event;
}
