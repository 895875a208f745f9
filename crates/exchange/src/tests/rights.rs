//! A04: every endpoint for every role, at the hub and at the portal, against the one table.

use qabyldau_domain::fact::Digest;
use qabyldau_domain::facts::NodeRoleV1;
use reqwest::Method;

use super::branch::Running;
use super::{Branch, Person};
use crate::message::{Refusal, TICK};
use crate::server::{self, Deed, Place, may};
use crate::tls::{self, Dates};

const NAME: &str = "0123456789abcdef0123456789abcdef";

/// Every endpoint and the deed behind it, from the table the router is built from.
fn endpoints() -> Vec<(Method, String, Deed)> {
    let (node, sha256) = ("00".repeat(16), Digest::of(b"parcel").to_string());
    let named = |path: &str| {
        path.replace("{node}", &node)
            .replace("{name}", NAME)
            .replace("{sha256}", &sha256)
    };
    server::endpoints()
        .iter()
        .map(|one| {
            let method = one.method.word().parse().expect("a method");
            (method, named(one.path), one.deed)
        })
        .collect()
}

#[test]
fn the_endpoints_do_every_deed_there_is() {
    let mut done: Vec<Deed> = endpoints().into_iter().map(|(.., deed)| deed).collect();
    done.sort();
    done.dedup();
    assert_eq!(done, Deed::ALL);
}

#[test]
fn the_table_says_what_the_house_says() {
    use Deed as D;
    let (desk, booth, hub) = (NodeRoleV1::Desk, NodeRoleV1::Booth, NodeRoleV1::Hub);
    let rows: [(D, [bool; 3]); 11] = [
        // desk and booth at the hub, hub at the portal
        (D::Have, [true, true, true]),
        (D::SendFacts, [true, true, true]),
        (D::ReadFacts, [true, false, true]),
        (D::Listen, [true, true, true]),
        (D::ReadNotices, [true, true, true]),
        (D::PutOrder, [true, false, false]),
        (D::ReadOrders, [false, true, false]),
        (D::SendParcel, [false, true, true]),
        (D::Fetch, [true, true, true]),
        (D::CarryJoin, [false, false, true]),
        (D::TellPlace, [false, false, true]),
    ];
    for (deed, expected) in rows {
        let found = [
            may(Place::Hub, desk, deed),
            may(Place::Hub, booth, deed),
            may(Place::Portal, hub, deed),
        ];
        assert_eq!(found, expected, "{deed:?}");
        for role in [NodeRoleV1::Hub, NodeRoleV1::Portal] {
            assert!(!may(Place::Hub, role, deed), "{role:?} at the hub: {deed:?}");
        }
        for role in [NodeRoleV1::Desk, NodeRoleV1::Booth, NodeRoleV1::Portal] {
            assert!(!may(Place::Portal, role, deed), "{role:?} at the portal: {deed:?}");
        }
    }
}

#[test]
fn a04_every_endpoint_lets_in_whom_the_table_lets_in_and_nobody_else() {
    let branch = Branch::open("a04");
    // A second portal cannot be; the table above speaks for that role.
    let roles = [
        (NodeRoleV1::Desk, "A"),
        (NodeRoleV1::Booth, "01"),
        (NodeRoleV1::Hub, ""),
    ];
    for (role, label) in roles {
        let one = branch.joined(role, label);
        for (place, at, key) in [
            (Place::Hub, &branch.at_hub, &branch.hub),
            (Place::Portal, &branch.at_portal, &branch.portal),
        ] {
            for (method, path, deed) in endpoints() {
                let found = asks(&branch, &one, at, key.keys.tls.pin(), &method, &path);
                let refused = found == (403, "not-for-this-role".to_owned());
                assert_eq!(
                    refused,
                    !may(place, role, deed),
                    "{role:?} {method} {path} at the {place:?}: {found:?}"
                );
            }
        }
    }
}

/// Status and code of the answer. The certificate is one that the portal would take.
fn asks(branch: &Branch, one: &Person, at: &Running, pin: Digest, method: &Method, path: &str) -> (u16, String) {
    let now = one.surroundings.clock.now();
    let certificate = tls::issue(&branch.portal.keys.tls, &one.keys.tls.public(), now).expect("a certificate");
    let clock = std::sync::Arc::clone(&one.surroundings.clock);
    let config = tls::client(&one.keys.tls, &certificate, pin, Dates::Ignored, clock).expect("tls");
    let http = crate::client::http(config).expect("a client");
    let url = format!("https://{}{path}", at.address);
    branch.runtime.block_on(async {
        let answer = http
            .request(method.clone(), url)
            .header(TICK, 1)
            .send()
            .await
            .expect("an answer");
        let status = answer.status().as_u16();
        let refusal = match status {
            403 if method == Method::HEAD => Ok(Refusal {
                code: "not-for-this-role".to_owned(),
            }),
            403 => answer.json::<Refusal>().await,
            _ => Ok(Refusal { code: String::new() }),
        };
        (status, refusal.map(|refusal| refusal.code).unwrap_or_default())
    })
}

#[test]
fn a_request_without_a_tick_is_not_one_of_ours() {
    let branch = Branch::open("no-tick");
    let desk = branch.joined(NodeRoleV1::Desk, "A");
    let clock = std::sync::Arc::clone(&desk.surroundings.clock);
    let pin = branch.hub.keys.tls.pin();
    let config = tls::client(&desk.keys.tls, &desk.certificate, pin, Dates::Ignored, clock).expect("tls");
    let http = crate::client::http(config).expect("a client");
    let url = format!("https://{}/v1/have", branch.at_hub.address);
    let answer = branch.runtime.block_on(http.get(url).send()).expect("an answer");
    assert_eq!(answer.status(), 400);
}
