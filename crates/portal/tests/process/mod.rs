//! A portal process, a hub's end of the wire, and what they do together.

mod errands;
mod hub;
mod portal;
mod roster;

use hub::Hub;
use portal::Portal;
