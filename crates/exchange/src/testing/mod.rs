//! What tests of this and other packages need: a proxy that cuts. Never part of a product.

mod proxy;

pub use proxy::Proxy;
