//! Staff keys, passwords, codes and device secrets; the slot file has its own tests beside it.

mod device;
mod staff;
mod words;
