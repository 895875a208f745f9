/** The second line of a fact: its reason and what it was about, as far as they are words for people. */
import type { Words } from '../../words/words.svelte';
import { shortLabel } from '../booth-label';

export function detail(words: Words, args: Record<string, string>): string {
  const parts: string[] = [];
  if (args['booth']) parts.push(words.say('wall-booth', { booth: shortLabel(args['booth']) }));
  if (args['desk']) parts.push(words.say('desk-label', { desk: args['desk'] }));
  if (args['field']) parts.push(words.coded('field', args['field'].replaceAll('.', '-'), {}, 'field-other'));
  if (args['old'] !== undefined || args['new'] !== undefined) parts.push(`${args['old'] || '–'} → ${args['new'] || '–'}`);
  if (args['number']) parts.push(args['number']);
  if (args['reason']) parts.push(args['reason']);
  if (args['words']) parts.push(args['words']);
  return parts.join(' · ');
}
