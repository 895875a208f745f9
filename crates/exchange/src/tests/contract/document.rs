//! The contract as a document: OpenAPI 3.1, every key in order, so that two runs write the same bytes.

use std::collections::BTreeMap;

use qabyldau_domain::facts::NodeRoleV1::{Booth, Desk, Hub};
use serde_json::{Value, json};
use utoipa::openapi::extensions::Extensions;
use utoipa::openapi::header::HeaderBuilder;
use utoipa::openapi::path::{OperationBuilder, Parameter, ParameterBuilder, ParameterIn, PathItem, Paths};
use utoipa::openapi::request_body::{RequestBody, RequestBodyBuilder};
use utoipa::openapi::response::{Response, ResponseBuilder};
use utoipa::openapi::security::{SecurityRequirement, SecurityScheme};
use utoipa::openapi::{
    AllOfBuilder, ComponentsBuilder, Content, HttpMethod, InfoBuilder, Object, ObjectBuilder, OpenApiBuilder, Ref,
    Required, Schema, Type,
};

use super::operations::{Answers, Asks, OPERATIONS, Operation};
use super::shapes;
use crate::message::TICK;
use crate::server::{Deed, Method, Place, endpoints, may};

const ABOUT: &str = "What a hub and a portal of Qabyldau answer: facts, orders, parcels, pairing. HTTP/1.1 over TLS 1.3 with certificates on \
both sides, each known by its pinned key; there is no other way to say who asks. Every request of an admitted node carries its highest tick, \
and so does every answer to one that was let in. Unknown fields are passed over. A refusal is a status and a stable code, never more. Which \
node may ask which place stands with each endpoint: desks and booths ask only a hub, only a hub asks the portal.";
const NODE: &str = "TLS client certificate with the key that the portal admitted (`NodeAdmitted`), looked up at every request. On the LAN its \
dates do not matter; towards the portal they do.";
const JOINING: &str = "Any TLS client certificate, over a pairing connection: the key a node wants to be known by. The proof in the message \
covers it.";

/// The committed text.
pub(super) fn text() -> String {
    let document = OpenApiBuilder::new()
        .info(
            InfoBuilder::new()
                .title("Qabyldau: hub and portal")
                .version("1")
                .description(Some(ABOUT)),
        )
        .paths(paths())
        .components(Some(components().build()))
        .build();
    let value = sorted(serde_json::to_value(document).expect("a document"));
    serde_json::to_string_pretty(&value).expect("JSON") + "\n"
}

/// Keys in order, whatever order the maps kept.
fn sorted(value: Value) -> Value {
    match value {
        Value::Object(map) => {
            let by_key: BTreeMap<String, Value> = map.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            Value::Object(by_key.into_iter().collect())
        }
        Value::Array(list) => Value::Array(list.into_iter().map(sorted).collect()),
        plain => plain,
    }
}

fn components() -> ComponentsBuilder {
    let certificate = |description: &str| SecurityScheme::MutualTls {
        description: Some(description.to_owned()),
        deprecated: None,
        extensions: None,
    };
    shapes::add(ComponentsBuilder::new())
        .security_scheme("node", certificate(NODE))
        .security_scheme("joining", certificate(JOINING))
}

fn paths() -> Paths {
    let mut paths = Paths::new();
    for one in OPERATIONS {
        let item = PathItem::new(one.method.in_contract(), operation(one));
        match paths.paths.get_mut(one.path) {
            Some(there) => there.merge_operations(item),
            None => {
                paths.paths.insert(one.path.to_owned(), item);
            }
        }
    }
    paths
}

impl Method {
    fn in_contract(self) -> HttpMethod {
        match self {
            Self::Get => HttpMethod::Get,
            Self::Head => HttpMethod::Head,
            Self::Post => HttpMethod::Post,
            Self::Put => HttpMethod::Put,
            Self::Patch => HttpMethod::Patch,
            Self::Delete => HttpMethod::Delete,
        }
    }

    pub(crate) const fn word(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Head => "HEAD",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Patch => "PATCH",
            Self::Delete => "DELETE",
        }
    }
}

fn operation(one: &Operation) -> OperationBuilder {
    let deed = endpoints()
        .into_iter()
        .find(|endpoint| (endpoint.path, endpoint.method) == (one.path, one.method))
        .map(|endpoint| endpoint.deed)
        .expect("an endpoint of the table");
    let mut operation = OperationBuilder::new()
        .operation_id(Some(one.id))
        .description(Some(one.summary))
        .extensions(Some(Extensions::from_iter([("x-asked-by", asked_by(deed))])))
        .security(SecurityRequirement::new::<_, [&str; 0], &str>("node", []));
    if one.id == "join" {
        operation = operation.security(SecurityRequirement::new::<_, [&str; 0], &str>("joining", []));
    }
    for parameter in parameters(one) {
        operation = operation.parameter(parameter);
    }
    operation = operation.request_body(body(one.asks));
    for (status, response) in responses(one) {
        operation = operation.response(status.to_string(), response);
    }
    operation
}

/// By the table of deeds: which nodes ask which place for this.
fn asked_by(deed: Deed) -> Value {
    let at = |place| {
        [(Desk, "desk"), (Booth, "booth"), (Hub, "hub")]
            .into_iter()
            .filter(|(role, _)| may(place, *role, deed))
            .map(|(_, word)| word)
            .collect::<Vec<_>>()
    };
    json!({"hub": at(Place::Hub), "portal": at(Place::Portal)})
}

fn number() -> Object {
    ObjectBuilder::new().schema_type(Type::Integer).minimum(Some(0)).build()
}

fn word(pattern: &str) -> Object {
    ObjectBuilder::new()
        .schema_type(Type::String)
        .pattern(Some(pattern))
        .build()
}

fn parameters(one: &Operation) -> Vec<Parameter> {
    let parameter = |name: &str, place, required: bool, says: &str| {
        ParameterBuilder::new()
            .name(name)
            .parameter_in(place)
            .required(if required { Required::True } else { Required::False })
            .description(Some(says))
    };
    let mut all = Vec::new();
    for (name, digits, says) in [
        ("node", 32, "the booth's node"),
        (
            "name",
            32,
            "the order's name, 32 hex digits that say nothing of what it is",
        ),
        ("sha256", 64, "the parcel's name: SHA-256 of its bytes"),
    ] {
        if one.path.contains(&format!("{{{name}}}")) {
            let shape = word(&format!("^[0-9a-f]{{{digits}}}$"));
            all.push(parameter(name, ParameterIn::Path, true, says).schema(Some(shape)));
        }
    }
    let says = "the sender's highest tick, at most 2^52; kept before anything is answered";
    let tick = parameter(TICK, ParameterIn::Header, one.id != "join", says);
    all.push(tick.schema(Some(number())));
    for (name, required, says) in one.headers {
        let shape = if *name == "range" {
            word("^bytes=[0-9]+-$")
        } else {
            number()
        };
        all.push(parameter(name, ParameterIn::Header, *required, says).schema(Some(shape)));
    }
    all.into_iter().map(ParameterBuilder::build).collect()
}

fn body(asks: Asks) -> Option<RequestBody> {
    let (kind, content, bytes) = match asks {
        Asks::Nothing => return None,
        Asks::Json(shape, bytes) => ("application/json", json_of(shape), bytes),
        Asks::Bytes(bytes) => ("application/octet-stream", octets(), bytes),
    };
    let body = RequestBodyBuilder::new()
        .description(Some(format!("at most {bytes} bytes")))
        .required(Some(Required::True))
        .extensions(Some(Extensions::from_iter([("x-max-bytes", json!(bytes))])))
        .content(kind, content);
    Some(body.build())
}

fn json_of(shape: &str) -> Content {
    Content::new(Some(Ref::from_schema_name(shape)))
}

fn octets() -> Content {
    Content::new(None::<Object>)
}

fn responses(one: &Operation) -> BTreeMap<u16, Response> {
    let mut by_status: BTreeMap<u16, Vec<&str>> = BTreeMap::new();
    for (status, code) in one.all_refusals() {
        by_status.entry(status).or_default().push(code);
    }
    let refused = by_status.into_iter().map(|(status, codes)| {
        let mut response = ResponseBuilder::new().description(codes.join(", "));
        if one.method != Method::Head {
            response = response.content("application/json", refusal(&codes));
        }
        if status == 503 {
            let seconds = HeaderBuilder::new().schema(Some(number()));
            response = response.header("retry-after", seconds.description(Some("seconds to wait")).build());
        }
        (status, response.build())
    });
    std::iter::once((one.status, good(one))).chain(refused).collect()
}

/// A refusal with one of these codes.
fn refusal(codes: &[&str]) -> Content {
    let code = ObjectBuilder::new()
        .schema_type(Type::String)
        .enum_values(Some(codes.to_vec()));
    let narrowed = ObjectBuilder::new().property("code", code.build());
    let shape = AllOfBuilder::new()
        .item(Ref::from_schema_name("Refusal"))
        .item(narrowed);
    Content::new(Some(Schema::AllOf(shape.build())))
}

fn good(one: &Operation) -> Response {
    let mut response = ResponseBuilder::new();
    let header = |shape: Object, says: &str| HeaderBuilder::new().schema(Some(shape)).description(Some(says)).build();
    response = match one.answers {
        Answers::Nothing => response.description("done"),
        Answers::Json(shape) => response.description(shape).content("application/json", json_of(shape)),
        Answers::Events => {
            let stream = Content::new(Some(ObjectBuilder::new().schema_type(Type::String).build()));
            response
                .description("news, as they come")
                .content("text/event-stream", stream)
        }
        Answers::Range => response
            .description("a piece, perhaps empty")
            .content("application/octet-stream", octets())
            .header(
                "content-range",
                header(word("^bytes [0-9]+-[0-9]+/[0-9]+$"), "which bytes, of how many"),
            ),
        Answers::Progress => response
            .description("how far it has come")
            .header("upload-offset", header(number(), "bytes that stand on the disk"))
            .header(
                "upload-complete",
                header(word(r"^\?[01]$"), "`?1` if the whole is here"),
            ),
    };
    response
        .header(TICK, header(number(), "the answering node's highest tick"))
        .build()
}
