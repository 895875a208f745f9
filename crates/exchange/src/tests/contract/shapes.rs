//! The shapes of all messages, from their types.

use utoipa::openapi::{ComponentsBuilder, RefOr, Schema};
use utoipa::{PartialSchema, ToSchema};

use crate::message::{EventData, Holding, Notices, Orders, Outcome, PutOrder, Refusal, Topic};
use crate::pair::{Admission, Answer, Join};
use crate::parcel::Receipt;
use crate::server::TellPlace;
use qabyldau_domain::ledger::Chunk;

/// Adds every shape, and the shapes within.
pub(super) fn add(mut components: ComponentsBuilder) -> ComponentsBuilder {
    let mut shapes: Vec<(String, RefOr<Schema>)> = Vec::new();
    of::<Holding>(&mut shapes);
    of::<Outcome>(&mut shapes);
    of::<Chunk>(&mut shapes);
    of::<Topic>(&mut shapes);
    of::<EventData>(&mut shapes);
    of::<Orders>(&mut shapes);
    of::<PutOrder>(&mut shapes);
    of::<Notices>(&mut shapes);
    of::<Refusal>(&mut shapes);
    of::<Receipt>(&mut shapes);
    of::<Join>(&mut shapes);
    of::<Answer>(&mut shapes);
    of::<Admission>(&mut shapes);
    of::<TellPlace>(&mut shapes);
    for (name, shape) in shapes {
        components = components.schema(name, shape);
    }
    components
}

fn of<T: ToSchema>(shapes: &mut Vec<(String, RefOr<Schema>)>) {
    T::schemas(shapes);
    shapes.push((T::name().into_owned(), <T as PartialSchema>::schema()));
}
