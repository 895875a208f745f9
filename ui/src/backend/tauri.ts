/** The backend of the real window: Tauri's commands. */
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';

import { Refused, type Backend } from './backend';
import type { Refusal, SignInState, Today } from './types';

/** A command rejects with a refusal; whatever else comes is a fault of ours and is said as one. */
async function ask<T>(command: string, values: Record<string, unknown> = {}): Promise<T> {
  try {
    return await invoke<T>(command, values);
  } catch (reason) {
    throw new Refused(isRefusal(reason) ? reason : { code: 'ours', args: {} });
  }
}

function isRefusal(reason: unknown): reason is Refusal {
  return typeof reason === 'object' && reason !== null && 'code' in reason && 'args' in reason;
}

export const tauri: Backend = {
  signInState: () => ask<SignInState>('sign_in_state'),
  signIn: (staff, password) => ask<void>('sign_in', { staff, password }),
  today: () => ask<Today>('today'),
  lock: () => ask<void>('lock'),
  onChange: (changed) => listen('changed', changed),
};
