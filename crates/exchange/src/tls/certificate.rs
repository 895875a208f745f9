//! Certificates: a self-signed one for the LAN, where only the key counts; one issued by the portal for the way up, where dates count too.
//!
//! Not here: trust in a name; no certificate carries one. Invariant: a certificate lives 13 months from the day before it was made.

use qabyldau_domain::fact::Instant;
use rcgen::{
    CertificateParams, DistinguishedName, DnType, ExtendedKeyUsagePurpose, Issuer, PKCS_ED25519, PublicKeyData,
    SignatureAlgorithm,
};
use rustls::pki_types::CertificateDer;

use super::key::TlsKey;
use crate::error::ExchangeError;

/// 13 months.
pub const CERTIFICATE_DAYS: i64 = 396;
const DAY_S: i64 = 86_400;

/// A certificate in DER.
pub type Certificate = CertificateDer<'static>;

/// One name for all: who somebody is stands in the directory, not in a certificate.
fn params(now: Instant) -> Result<CertificateParams, ExchangeError> {
    let mut params = CertificateParams::new(vec!["qabyldau".to_owned()]).map_err(ExchangeError::key)?;
    let mut name = DistinguishedName::new();
    name.push(DnType::CommonName, "qabyldau");
    params.distinguished_name = name;
    params.extended_key_usages = vec![ExtendedKeyUsagePurpose::ServerAuth, ExtendedKeyUsagePurpose::ClientAuth];
    let start = now.utc_ms.div_euclid(1000) - DAY_S;
    let epoch = rcgen::date_time_ymd(1970, 1, 1);
    let after = |seconds: i64| epoch + std::time::Duration::from_secs(u64::try_from(seconds).unwrap_or(0));
    params.not_before = after(start);
    params.not_after = after(start + DAY_S * CERTIFICATE_DAYS);
    Ok(params)
}

impl TlsKey {
    /// A certificate signed by the key itself.
    pub fn self_signed(&self, now: Instant) -> Result<Certificate, ExchangeError> {
        let certificate = params(now)?.self_signed(self.pair()).map_err(ExchangeError::key)?;
        Ok(certificate.der().clone())
    }
}

struct Public(Vec<u8>);

impl PublicKeyData for Public {
    fn der_bytes(&self) -> &[u8] {
        &self.0
    }
    fn algorithm(&self) -> &'static SignatureAlgorithm {
        &PKCS_ED25519
    }
}

/// A certificate for somebody else's Ed25519 key (32 public bytes), signed by `issuer`: the portal, for a hub.
pub fn issue(issuer: &TlsKey, public: &[u8], now: Instant) -> Result<Certificate, ExchangeError> {
    if public.len() != 32 {
        return Err(ExchangeError::Garbled("not an Ed25519 key"));
    }
    let params = params(now)?;
    let issuer = Issuer::from_params(&params, issuer.pair());
    let certificate = params
        .signed_by(&Public(public.to_vec()), &issuer)
        .map_err(ExchangeError::key)?;
    Ok(certificate.der().clone())
}

/// The pin of an Ed25519 key by its 32 public bytes.
pub(crate) fn pin_of_public(public: &[u8]) -> qabyldau_domain::fact::Digest {
    qabyldau_domain::fact::Digest::of(&Public(public.to_vec()).subject_public_key_info())
}
