/** The backend of the real windows: Tauri's commands. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import { backend } from './commands';

/** Every command goes to the program under its own name; what is not of this window is refused there. */
export const program = backend({
  ask: (command, values) => invoke(command, values),
  listen: (changed) => listen('changed', changed),
});
