//! What each endpoint is asked and what it answers, in words.

use crate::message::{MAX_BYTES, MAX_SMALL_BYTES};
use crate::parcel::MAX_APPEND_BYTES;
use crate::server::Method::{self, Delete, Get, Head, Patch, Post, Put};

/// One endpoint in the contract.
pub(super) struct Operation {
    pub method: Method,
    pub path: &'static str,
    pub id: &'static str,
    pub summary: &'static str,
    pub asks: Asks,
    /// Headers of the request: name, whether it must be there, what it says.
    pub headers: &'static [(&'static str, bool, &'static str)],
    pub status: u16,
    pub answers: Answers,
    /// Status and stable code, beside those of [`GUARDED`].
    pub refusals: &'static [(u16, &'static str)],
}

/// The body of a request.
#[derive(Clone, Copy)]
pub(super) enum Asks {
    Nothing,
    /// A named shape, of at most so many bytes.
    Json(&'static str, usize),
    Bytes(usize),
}

/// The body, or the headers, of a good answer.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Answers {
    Nothing,
    Json(&'static str),
    Events,
    /// Bytes, with `Content-Range`.
    Range,
    /// No body: `Upload-Offset` and `Upload-Complete`.
    Progress,
}

/// What the guard before every endpoint may answer, and what any request of an admitted node may meet.
pub(super) const GUARDED: &[(u16, &str)] = &[
    (400, "tick-missing"),
    (400, "garbled"),
    (403, "unknown-peer"),
    (403, "not-for-this-role"),
    (408, "too-slow"),
    (503, "ledger-failed"),
    (503, "ending"),
];

/// What somebody meets who asks for what is not in the contract.
pub(super) const KNOCKING: &[(u16, &str)] = &[(404, "no-such-place"), (405, "no-such-method")];

/// Troubles underneath that any endpoint may have; `Retry-After` says when to ask again.
pub(super) const UNAVAILABLE: &[(u16, &str)] = &[
    (503, "ledger-failed"),
    (503, "disk-failed"),
    (503, "key-unusable"),
    (503, "seal-failed"),
    (503, "ending"),
];

const READING: [(u16, &str); 2] = [(400, "cut-off"), (413, "too-large")];
const DISK: (u16, &str) = (507, "parcel-disk");
const OFFSET: (&str, bool, &str) = (
    "upload-offset",
    true,
    "where the bytes begin: exactly what the parcel's progress says",
);
const LENGTH: (&str, bool, &str) = ("upload-length", true, "how long the whole parcel is");
const RANGE: (&str, bool, &str) = (
    "range",
    false,
    "`bytes=N-`: from this byte on; from the first if it is not there or of another form",
);

const NOTHING: Operation = Operation {
    method: Get,
    path: "",
    id: "",
    summary: "",
    asks: Asks::Nothing,
    headers: &[],
    status: 200,
    answers: Answers::Nothing,
    refusals: &[],
};

const ORDER: &str = "/v1/booths/{node}/wanted/{name}";
const PARCEL: &str = "/v1/parcels/{sha256}";

/// All of them, in the order of the table of routes.
pub(super) const OPERATIONS: &[Operation] = &[
    Operation {
        path: "/v1/have",
        id: "have",
        summary: "What is held: the last seq of each stream. A booth is told of its own stream alone.",
        answers: Answers::Json("Holding"),
        ..NOTHING
    },
    Operation {
        method: Post,
        path: "/v1/facts",
        id: "sendFacts",
        summary: "Sends facts, at most 500, cut at the borders of acts. The answer tells per stream how far it was accepted and, if so, why \
                  not further. Known facts are no fault. A booth sends its own.",
        asks: Asks::Json("Chunk", MAX_BYTES),
        answers: Answers::Json("Outcome"),
        refusals: &[READING[0], READING[1], (413, "too-many-facts")],
        ..NOTHING
    },
    Operation {
        method: Post,
        path: "/v1/lack",
        id: "lack",
        summary: "The facts that a node with these holdings lacks: the portal's stream first, whole acts, at most 500 facts and about 3 MiB, \
                  at least one act. Ask again until nothing comes.",
        asks: Asks::Json("Holding", MAX_SMALL_BYTES),
        answers: Answers::Json("Chunk"),
        refusals: &READING,
        ..NOTHING
    },
    Operation {
        path: "/v1/events",
        id: "events",
        summary: "News as server-sent events: the event's name is a Topic, its data an EventData. They say that something is new, never \
                  what. A comment every 15 seconds; the stream ends after 10 minutes and is asked for anew.",
        answers: Answers::Events,
        ..NOTHING
    },
    Operation {
        path: "/v1/notices",
        id: "notices",
        summary: "The portal's facts that prove themselves (branch, nodes, documents), for nodes that hold no other stream.",
        answers: Answers::Json("Notices"),
        ..NOTHING
    },
    Operation {
        method: Put,
        path: ORDER,
        id: "putOrder",
        summary: "Puts or changes an order for a booth. It lies in memory for at most 15 minutes.",
        asks: Asks::Json("PutOrder", MAX_SMALL_BYTES),
        status: 204,
        refusals: &[
            READING[0],
            READING[1],
            (404, "no-such-booth"),
            (409, "order-of-another-desk"),
            (413, "order-too-large"),
            (429, "too-many-orders"),
        ],
        ..NOTHING
    },
    Operation {
        method: Delete,
        path: ORDER,
        id: "takeBackOrder",
        summary: "Takes an own order back; one that does not lie there is no fault.",
        status: 204,
        ..NOTHING
    },
    Operation {
        path: "/v1/booths/{node}/wanted",
        id: "wanted",
        summary: "The orders for the booth that asks, in order of arrival.",
        answers: Answers::Json("Orders"),
        refusals: &[(403, "not-your-orders")],
        ..NOTHING
    },
    Operation {
        method: Head,
        path: PARCEL,
        id: "progress",
        summary: "How far a parcel on its way up has come. What is told stands on the disk. Refusals have no body here.",
        status: 204,
        answers: Answers::Progress,
        refusals: &[DISK],
        ..NOTHING
    },
    Operation {
        method: Patch,
        path: PARCEL,
        id: "append",
        summary: "Appends to a parcel at its offset. What arrives before a cut is kept. Whole, it must have the content its name says, or it \
                  is thrown away. At another offset the answer is 409 with the progress in its headers and no body.",
        asks: Asks::Bytes(MAX_APPEND_BYTES),
        headers: &[OFFSET, LENGTH],
        status: 204,
        answers: Answers::Progress,
        refusals: &[
            (400, "upload-headers-missing"),
            (400, "cut-off"),
            (409, "parcel-offset"),
            (409, "parcel-superseded"),
            (413, "parcel-too-large"),
            (422, "parcel-wrong-hash"),
            DISK,
        ],
    },
    Operation {
        path: PARCEL,
        id: "fetch",
        summary: "A piece of a document, or (not for booths) of an answer, at most 4 MiB.",
        headers: &[RANGE],
        status: 206,
        answers: Answers::Range,
        refusals: &[(404, "no-such-parcel"), (404, "not-here-yet"), (416, "range"), DISK],
        ..NOTHING
    },
    Operation {
        path: "/v1/parcels/{sha256}/receipt",
        id: "receipt",
        summary: "The portal's signed word that it holds a parcel. Only with it may anybody else let the parcel go.",
        answers: Answers::Json("Receipt"),
        refusals: &[(404, "receipt-not-yet"), DISK],
        ..NOTHING
    },
    Operation {
        method: Post,
        path: "/v1/pair",
        id: "join",
        summary: "Pairing by a one-time code. A node that joins asks over a pairing connection (ALPN `qabyldau-pair/1`), with the key it wants \
                  to be known by, without a tick and with at most 16 KiB; an admitted hub carries its words to the portal. The answer's \
                  `admission` is the JSON text of an Admission, and the proof is over its bytes.",
        asks: Asks::Json("Join", MAX_SMALL_BYTES),
        answers: Answers::Json("Answer"),
        refusals: &[
            READING[0],
            READING[1],
            (403, "pair-no-code"),
            (403, "pair-wrong-proof"),
            (403, "pair-burnt"),
            (403, "pair-expired"),
            (403, "pair-used"),
            (503, "pair-portal-away"),
        ],
        ..NOTHING
    },
    Operation {
        method: Put,
        path: "/v1/place",
        id: "tellPlace",
        summary: "The hub tells where desks and booths reach it.",
        asks: Asks::Json("TellPlace", MAX_SMALL_BYTES),
        status: 204,
        refusals: &READING,
        ..NOTHING
    },
];

impl Operation {
    /// Every refusal it may answer, those of the guard and of the troubles underneath included, once each.
    pub(super) fn all_refusals(&self) -> Vec<(u16, &'static str)> {
        let mut all = [self.refusals, GUARDED, UNAVAILABLE].concat();
        all.sort_unstable();
        all.dedup();
        all
    }
}
