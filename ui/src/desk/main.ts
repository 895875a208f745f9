/** The desk's window: puts the screens into the page. Nothing else happens here. */
import { mount } from 'svelte';

import { program } from '#program';
import '../kit/fonts.css';
import '../kit/tokens.css';
import '../kit/ground.css';
import '../kit/controls.css';
import { tellOfPresence } from '../kit/presence';
import { Words } from '../words/words.svelte';
import Desk from './Desk.svelte';
import { DeskState } from './desk-state.svelte';

const target = document.getElementById('desk');
if (target) {
  // The program's name stood there from the first moment.
  target.replaceChildren();
  mount(Desk, { target, props: { desk: new DeskState(program, new Words()) } });
  tellOfPresence(() => void program.present().catch(() => undefined), window);
}
