/** The escort board's window: puts the board into it. Nothing else happens here. */
import { mount } from 'svelte';

import { program } from '#program';
import '../kit/fonts.css';
import '../kit/tokens.css';
import '../kit/ground.css';
import { tellOfPresence } from '../kit/presence';
import './board.css';
import Board from './Board.svelte';
import { BoardState } from './board-state.svelte';

const target = document.getElementById('board');
if (target) {
  mount(Board, { target, props: { state: new BoardState(program) } });
  tellOfPresence(() => void program.present().catch(() => undefined), window);
}
