//! A printer in the network: a raw port, 9100 by custom.

use std::io::{ErrorKind, Read as _, Write as _};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

use super::{Printed, Printer};

const CONNECT: Duration = Duration::from_secs(3);
const SEND: Duration = Duration::from_secs(10);
const CLOSE: Duration = Duration::from_secs(3);

/// A raw network port.
#[derive(Debug, Clone, Copy)]
pub struct NetworkPort(pub SocketAddr);

impl Printer for NetworkPort {
    fn print(&self, bytes: &[u8]) -> Printed {
        let connected = TcpStream::connect_timeout(&self.0, CONNECT);
        let Ok(mut port) = connected.and_then(|port| {
            port.set_write_timeout(Some(SEND))?;
            port.set_read_timeout(Some(CLOSE))?;
            Ok(port)
        }) else {
            return Printed::Failed;
        };
        let sent = port
            .write_all(bytes)
            .and_then(|()| port.flush())
            .and_then(|()| port.shutdown(Shutdown::Write));
        if sent.is_err() {
            return Printed::Uncertain;
        }
        // The printer closes once it has taken everything, or says nothing; a line that breaks instead leaves it open.
        let mut rest = [0; 64];
        loop {
            match port.read(&mut rest) {
                Ok(0) => return Printed::Given,
                Ok(_) => {}
                Err(why) if matches!(why.kind(), ErrorKind::WouldBlock | ErrorKind::TimedOut) => return Printed::Given,
                Err(_) => return Printed::Uncertain,
            }
        }
    }
}
