//! Staff and devices: printers and their open jobs, booths, desks, who works here.

use qabyldau_domain::facts::NodeRoleV1;
use qabyldau_domain::role::Role;
use qabyldau_domain::state::JobState;
use serde::Serialize;

use super::appeal::role_word;
use super::day_list::Room;
use super::plain::{Link, hm};
use crate::desk::Desk;
use crate::failed::Failed;
use crate::read::Exchange;

/// A print that is not over.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct JobLine {
    /// The job.
    pub job: String,
    /// `receipt`, `roster`.
    pub sheet: String,
    /// `queued`, `sent`, `uncertain`.
    pub state: String,
    /// «чч:мм».
    pub at: String,
}

/// A desk or a booth.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct NodeLine {
    /// The label.
    pub label: String,
    /// What it is.
    #[cfg_attr(feature = "contract", ts(type = "\"desk\" | \"booth\" | \"hub\""))]
    pub role: String,
    /// Of a booth: the state of the session that holds it, or `free`. Of a desk: `here` for this one, `known` for the others, of which this
    /// desk knows no more.
    pub state: String,
}

/// A member of staff.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct StaffLine {
    /// The name.
    pub name: String,
    /// The role.
    #[cfg_attr(feature = "contract", ts(type = "Role"))]
    pub role: Role,
    /// The post.
    pub post_kk: String,
    /// The post.
    pub post_ru: String,
    /// At this desk today since, «чч:мм»; none: not signed in here.
    pub here_since: Option<String>,
}

/// The page.
#[derive(Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(feature = "contract", derive(ts_rs::TS))]
pub struct Devices {
    /// What sheets are printed on; none: nothing.
    pub printer: Option<String>,
    /// Prints that are not over.
    pub jobs: Vec<JobLine>,
    /// The booths.
    pub booths: Vec<NodeLine>,
    /// The desks.
    pub desks: Vec<NodeLine>,
    /// The exchange with the hub.
    pub link: Link,
    /// The staff of the branch.
    pub staff: Vec<StaffLine>,
    /// The rooms.
    pub rooms: Vec<Room>,
}

impl Desk {
    /// What the page shows; the printer is known outside.
    pub fn devices(&self, exchange: Exchange<'_>, printer: Option<&str>) -> Result<Devices, Failed> {
        let link = self.link(exchange)?;
        let today = self.surroundings.clock.now().date();
        let store = self.store();
        let reader = store.reader()?;
        let mut jobs = Vec::new();
        for state in [JobState::Queued, JobState::Sent, JobState::Uncertain] {
            jobs.extend(reader.jobs_open(state)?.into_iter().map(|job| JobLine {
                job: job.subject.rest().to_owned(),
                sheet: job.sheet,
                state: job.state.word().to_owned(),
                at: hm(job.at),
            }));
        }
        let mut nodes = [Vec::new(), Vec::new()];
        for (lines, role) in nodes.iter_mut().zip([NodeRoleV1::Booth, NodeRoleV1::Desk]) {
            for node in reader.nodes_of_role(role)?.into_iter().filter(|node| !node.retired) {
                let state = match role {
                    NodeRoleV1::Booth => reader
                        .session_occupying(&node.node)?
                        .map_or("free", |session| session.state.word()),
                    _ if node.node == self.home.node => "here",
                    _ => "known",
                };
                lines.push(NodeLine {
                    label: node.label,
                    role: role_word(role).to_owned(),
                    state: state.to_owned(),
                });
            }
        }
        let [booths, desks] = nodes;
        let mut staff = Vec::new();
        for row in reader.staff()?.into_iter().filter(|row| !row.removed) {
            let shift = reader.shift(&self.home.node, today, &row.id)?;
            let here = shift
                .filter(|shift| shift.out_at.is_none())
                .and_then(|shift| shift.last_at);
            staff.push(StaffLine {
                name: row.name,
                role: row.role,
                post_kk: row.post_kk,
                post_ru: row.post_ru,
                here_since: here.map(hm),
            });
        }
        Ok(Devices {
            printer: printer.map(str::to_owned),
            jobs,
            booths,
            desks,
            link,
            staff,
            rooms: reader.rooms()?.into_iter().map(Room::of).collect(),
        })
    }
}
