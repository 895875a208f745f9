//! What cannot be read is refused by name at every endpoint, never with a fault of ours and never in another form.

use std::sync::Arc;

use qabyldau_domain::facts::NodeRoleV1::{Booth, Desk, Hub};
use reqwest::Client;

use super::operations::{Asks, OPERATIONS, Operation};
use crate::message::{Refusal, TICK};
use crate::server::{Place, endpoints, may};
use crate::tests::Branch;
use crate::tls::{self, Dates};

/// Somebody who may ask somewhere, with the address.
struct Asker {
    http: Client,
    address: String,
}

impl Asker {
    fn of(branch: &Branch, place: Place, role: qabyldau_domain::facts::NodeRoleV1, label: &str) -> Self {
        let one = branch.joined(role, label);
        let (at, there) = match place {
            Place::Hub => (&branch.at_hub, &branch.hub),
            Place::Portal => (&branch.at_portal, &branch.portal),
        };
        let now = one.surroundings.clock.now();
        let certificate = tls::issue(&branch.portal.keys.tls, &one.keys.tls.public(), now).expect("a certificate");
        let clock = Arc::clone(&one.surroundings.clock);
        let config = tls::client(&one.keys.tls, &certificate, there.keys.tls.pin(), Dates::Ignored, clock);
        Self {
            http: crate::client::http(config.expect("tls")).expect("a client"),
            address: at.address.to_string(),
        }
    }

    /// Status and code of the answer.
    fn hears(&self, branch: &Branch, method: &str, path: &str, body: Vec<u8>) -> (u16, String) {
        let url = format!("https://{}{path}", self.address);
        let method = method.parse().expect("a method");
        let request = self.http.request(method, url).header(TICK, 1).body(body);
        branch.runtime.block_on(async {
            let answer = request.send().await.expect("an answer");
            let status = answer.status().as_u16();
            let bytes = answer.bytes().await.expect("a whole answer");
            let refusal: Result<Refusal, _> = serde_json::from_slice(&bytes);
            (status, refusal.map(|refusal| refusal.code).unwrap_or_default())
        })
    }
}

fn named(one: &Operation, node: &str) -> String {
    one.path
        .replace("{node}", node)
        .replace("{name}", &"0".repeat(32))
        .replace("{sha256}", &"0".repeat(64))
}

#[test]
fn what_cannot_be_read_is_refused_by_name_at_every_endpoint() {
    let branch = Branch::open("garbage");
    let askers = [
        (Place::Hub, Desk, "A"),
        (Place::Hub, Booth, "01"),
        (Place::Portal, Hub, ""),
    ]
    .map(|(place, role, label)| (place, role, Asker::of(&branch, place, role, label)));
    for (one, endpoint) in OPERATIONS.iter().zip(endpoints()) {
        let (.., asker) = askers
            .iter()
            .find(|(place, role, _)| may(*place, *role, endpoint.deed))
            .expect("somebody may");
        let hears = |path: &str, body: Vec<u8>| asker.hears(&branch, one.method.word(), path, body);
        let refused = |status, code: &str| (status, code.to_owned());
        let path = named(one, &"0".repeat(32));
        if let Asks::Json(shape, bytes) = one.asks {
            assert_eq!(
                hears(&path, b"{".to_vec()),
                refused(400, "garbled"),
                "{} {shape}",
                one.id
            );
            assert_eq!(hears(&path, b"\xff".to_vec()), refused(400, "garbled"), "{}", one.id);
            let large = vec![b' '; bytes + 1];
            assert_eq!(hears(&path, large), refused(413, "too-large"), "{} {shape}", one.id);
        }
        if one.path.contains("{node}") {
            let elsewhere = named(one, "not-a-node");
            assert_eq!(hears(&elsewhere, b"{}".to_vec()), refused(400, "garbled"), "{}", one.id);
        }
        if one.path.contains("{sha256}") {
            let code = if one.method.word() == "HEAD" { "" } else { "garbled" };
            let elsewhere = one.path.replace("{sha256}", "..%2F..%2Fetc");
            assert_eq!(hears(&elsewhere, vec![]), refused(400, code), "{}", one.id);
        }
        assert_eq!(
            asker.hears(&branch, "POST", "/v1/nothing", vec![]),
            refused(404, "no-such-place")
        );
        assert_eq!(
            asker.hears(&branch, "TRACE", &path, vec![]),
            refused(405, "no-such-method"),
            "{}",
            one.id
        );
    }
}
