//! The verifiers: a pinned server, an admitted client, and the one of pairing that only notes the key it saw.
//!
//! Invariant: every handshake signature is verified with the certificate's key, so a pin is always possession of the private key.

use std::fmt;
use std::sync::{Arc, Mutex, PoisonError};

use qabyldau_domain::fact::Digest;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::{CryptoProvider, verify_tls13_signature};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::server::danger::{ClientCertVerified, ClientCertVerifier};
use rustls::{CertificateError, DigitallySignedStruct, DistinguishedName, Error, SignatureScheme};
use webpki::{EndEntityCert, KeyUsage, anchor_from_trusted_cert};

/// Is this key admitted now? Asked at each handshake.
pub type Admitted = Arc<dyn Fn(&Digest) -> bool + Send + Sync>;

/// SHA-256 of the certificate's SubjectPublicKeyInfo.
pub fn pin_of(certificate: &CertificateDer<'_>) -> Result<Digest, Error> {
    let parsed = EndEntityCert::try_from(certificate).map_err(|_| Error::from(CertificateError::BadEncoding))?;
    Ok(Digest::of(&parsed.subject_public_key_info()))
}

/// Which key a pairing connection saw.
#[derive(Clone, Default)]
pub struct Seen(Arc<Mutex<Option<Digest>>>);

impl Seen {
    /// The pin of the key last seen.
    pub fn pin(&self) -> Option<Digest> {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
    fn note(&self, pin: Digest) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(pin);
    }
}

/// Whom a verifier lets in.
pub(super) enum Whom {
    /// The one server with this key.
    Pinned(Digest),
    /// Clients whose key the directory knows.
    Admitted(Admitted),
    /// Pairing: any key, noted. The code decides later.
    Pairing(Seen),
}

/// How a certificate's dates count.
pub(super) enum Span {
    /// Not at all: only the key counts (LAN).
    Ignored,
    /// It must be in date, and signed by its own key.
    OwnWord,
    /// It must be in date, and issued by this certificate's key.
    IssuedBy(CertificateDer<'static>),
}

pub(super) struct Verifier {
    pub whom: Whom,
    pub span: Span,
    pub ring: Arc<CryptoProvider>,
}

impl fmt::Debug for Verifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Verifier")
    }
}

impl Verifier {
    fn verify(&self, certificate: &CertificateDer<'_>, now: UnixTime, usage: KeyUsage) -> Result<(), Error> {
        let pin = pin_of(certificate)?;
        match &self.whom {
            Whom::Pinned(pinned) if *pinned == pin => {}
            Whom::Admitted(admitted) if admitted(&pin) => {}
            Whom::Pairing(seen) => seen.note(pin),
            Whom::Pinned(_) | Whom::Admitted(_) => return Err(CertificateError::ApplicationVerificationFailure.into()),
        }
        let anchor = match &self.span {
            Span::Ignored => return Ok(()),
            Span::OwnWord => certificate,
            Span::IssuedBy(issuer) => issuer,
        };
        let bad = |_| Error::from(CertificateError::BadEncoding);
        let anchors = [anchor_from_trusted_cert(anchor).map_err(bad)?];
        let algorithms = self.ring.signature_verification_algorithms.all;
        let parsed = EndEntityCert::try_from(certificate).map_err(bad)?;
        parsed
            .verify_for_usage(algorithms, &anchors, &[], now, usage, None, None)
            .map(drop)
            .map_err(|why| match why {
                webpki::Error::CertExpired { .. } => CertificateError::Expired.into(),
                webpki::Error::CertNotValidYet { .. } => CertificateError::NotValidYet.into(),
                _ => CertificateError::UnknownIssuer.into(),
            })
    }

    fn signed(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, dss, &self.ring.signature_verification_algorithms)
    }
}

const NO_TLS_12: &str = "TLS 1.2 is not spoken here";

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        self.verify(end_entity, now, KeyUsage::server_auth())?;
        Ok(ServerCertVerified::assertion())
    }
    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(Error::General(NO_TLS_12.to_owned()))
    }
    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signed(message, cert, dss)
    }
    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.ring.signature_verification_algorithms.supported_schemes()
    }
}

impl ClientCertVerifier for Verifier {
    fn root_hint_subjects(&self) -> &[DistinguishedName] {
        &[]
    }
    fn verify_client_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        now: UnixTime,
    ) -> Result<ClientCertVerified, Error> {
        self.verify(end_entity, now, KeyUsage::client_auth())?;
        Ok(ClientCertVerified::assertion())
    }
    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        Err(Error::General(NO_TLS_12.to_owned()))
    }
    fn verify_tls13_signature(
        &self,
        message: &[u8],
        cert: &CertificateDer<'_>,
        dss: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        self.signed(message, cert, dss)
    }
    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.ring.signature_verification_algorithms.supported_schemes()
    }
}

/// The pinned verifier for tests that build a client of their own.
#[cfg(test)]
pub(crate) fn test_verifier(pin: Digest) -> Arc<dyn ServerCertVerifier> {
    Arc::new(Verifier {
        whom: Whom::Pinned(pin),
        span: Span::Ignored,
        ring: super::provider(),
    })
}
