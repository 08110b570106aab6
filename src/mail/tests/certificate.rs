//! A certificate that nobody signed but itself, for 127.0.0.1, made anew in each test: no key lies in the repository.

use std::path::Path;
use std::sync::Arc;

use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_ASN1_SIGNING, EcdsaKeyPair, KeyPair};
use rustls::pki_types::{CertificateDer, PrivatePkcs8KeyDer};

#[derive(Debug)]
pub struct SelfSigned {
    certificate: Vec<u8>,
    key: Vec<u8>,
}

const ECDSA_WITH_SHA256: &[u8] = &[0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2];
const EC_PUBLIC_KEY: &[u8] = &[0x06, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1];
const P256: &[u8] = &[0x06, 8, 0x2a, 0x86, 0x48, 0xce, 0x3d, 3, 1, 7];
const COMMON_NAME: &[u8] = &[0x06, 3, 0x55, 4, 3];
const SUBJECT_ALT_NAME: &[u8] = &[0x06, 3, 0x55, 0x1d, 0x11];
const SEQUENCE: u8 = 0x30;
const SET: u8 = 0x31;
const BITS: u8 = 0x03;
const OCTETS: u8 = 0x04;

impl SelfSigned {
    pub fn new() -> SelfSigned {
        let random = SystemRandom::new();
        let key = EcdsaKeyPair::generate_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, &random).unwrap();
        let pair = EcdsaKeyPair::from_pkcs8(&ECDSA_P256_SHA256_ASN1_SIGNING, key.as_ref()).unwrap();
        let algorithm = der(SEQUENCE, &[ECDSA_WITH_SHA256]);
        let name = der(SEQUENCE, &[&der(SET, &[&der(SEQUENCE, &[COMMON_NAME, &der(0x0c, &[b"stub"])])])]);
        let always = der(SEQUENCE, &[&der(0x17, &[b"240101000000Z"]), &der(0x17, &[b"491231235959Z"])]);
        let public = der(BITS, &[&[0], pair.public_key().as_ref()]);
        let key_info = der(SEQUENCE, &[&der(SEQUENCE, &[EC_PUBLIC_KEY, P256]), &public]);
        let address = der(OCTETS, &[&der(SEQUENCE, &[&der(0x87, &[&[127, 0, 0, 1]])])]);
        let extensions = der(0xa3, &[&der(SEQUENCE, &[&der(SEQUENCE, &[SUBJECT_ALT_NAME, &address])])]);
        let (version, serial) = (der(0xa0, &[&[2, 1, 2]]), der(2, &[&[1]]));
        let body = der(SEQUENCE, &[&version, &serial, &algorithm, &name, &always, &name, &key_info, &extensions]);
        let signature = pair.sign(&random, &body).unwrap();
        let certificate = der(SEQUENCE, &[&body, &algorithm, &der(BITS, &[&[0], signature.as_ref()])]);
        SelfSigned { certificate, key: key.as_ref().to_vec() }
    }

    pub fn server(&self) -> Arc<rustls::ServerConfig> {
        let provider = Arc::new(rustls::crypto::aws_lc_rs::default_provider());
        let key = PrivatePkcs8KeyDer::from(self.key.clone()).into();
        let config = rustls::ServerConfig::builder_with_provider(provider)
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![CertificateDer::from(self.certificate.clone())], key);
        Arc::new(config.unwrap())
    }

    /// Writes it as PEM, as an administrator keeps it.
    pub fn write(&self, path: &Path) {
        let mut pem = String::from("-----BEGIN CERTIFICATE-----\n");
        for line in base64(&self.certificate).as_bytes().chunks(64) {
            pem.push_str(std::str::from_utf8(line).unwrap());
            pem.push('\n');
        }
        pem.push_str("-----END CERTIFICATE-----\n");
        std::fs::write(path, pem).unwrap();
    }
}

/// One element of DER with everything in it.
fn der(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let length: usize = parts.iter().map(|part| part.len()).sum();
    let mut bytes = vec![tag];
    match u8::try_from(length) {
        Ok(short) if short < 0x80 => bytes.push(short),
        Ok(one) => bytes.extend([0x81, one]),
        Err(_) => bytes.extend([0x82, u8::try_from(length >> 8).unwrap(), u8::try_from(length & 255).unwrap()]),
    }
    parts.iter().for_each(|part| bytes.extend_from_slice(part));
    bytes
}

fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::new();
    for three in bytes.chunks(3) {
        let number = three.iter().enumerate().fold(0u32, |n, (i, byte)| n | u32::from(*byte) << (16 - 8 * i));
        for i in 0..4 {
            let sign = char::from(SIGNS[(number >> (18 - 6 * i) & 63) as usize]);
            text.push(if i <= three.len() { sign } else { '=' });
        }
    }
    text
}
