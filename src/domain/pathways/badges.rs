//! Digital badges, read as holdings: Open Badges 3.0 (a verifiable credential, also as the payload of a signed
//! token) and 2.0 (an assertion), as JSON or baked into a PNG picture. Signatures are not checked.

use super::holding::{Held, Holding};
use super::pathway::Pathway;
use crate::domain::day::Day;
use crate::domain::json::{self, Fields, Log};
use crate::domain::measure::Credits;
use crate::domain::register::{Credential, Register};
use crate::domain::text::are_same;
use crate::domain::{Problem, ReadError};
use serde_json::{Map, Value};

/// A file of more bytes holds no badge that anybody was given.
const MAX_BYTES: usize = 8_000_000;
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n";
const A_BADGE: &str = "a file of holdings, or an Open Badge of version 2.0 or 3.0";

/// What a file holds that somebody opened.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What is held.
    pub pathway: Pathway,
    /// What in it could not be understood.
    pub problems: Vec<Problem>,
    /// Whether it was a badge, of which nobody has checked the signature here.
    pub is_badge: bool,
    /// The last day on which a badge says that it is good.
    pub valid_to: Option<Day>,
}

/// Reads a file of holdings or a badge.
///
/// # Errors
/// The file is neither, or what it says cannot be used; the error says what was found where.
pub fn open(register: &Register, bytes: &[u8], text: &str) -> Result<Opened, ReadError> {
    if bytes.len() > MAX_BYTES {
        let found = format!("{} bytes", bytes.len());
        let expected = format!("at most {MAX_BYTES}");
        return Err(Problem { at: "the file".to_owned(), found, expected }.into());
    }
    if bytes.starts_with(PNG) {
        let baked = baked(bytes).ok_or_else(|| Problem::missing("the picture", "a badge baked into it"))?;
        return open_badge(register, &baked);
    }
    let is_token = |text: &str| !text.trim_start().starts_with('{');
    if is_token(text) && payload(text).is_some() {
        return open_badge(register, text);
    }
    let fields = json::object(text)?;
    if ["holdings", "format"].iter().any(|field| fields.contains_key(*field)) {
        let (pathway, problems) = Pathway::read(text)?;
        return Ok(Opened { pathway: pathway.resolved(register), problems, is_badge: false, valid_to: None });
    }
    badge(register, fields)
}

/// A badge as JSON, or as a token around it.
fn open_badge(register: &Register, text: &str) -> Result<Opened, ReadError> {
    match payload(text) {
        Some(payload) => badge(register, json::object(&payload)?),
        None => badge(register, json::object(text)?),
    }
}

fn badge(register: &Register, mut fields: Map<String, Value>) -> Result<Opened, ReadError> {
    // Tokens of an older form have the credential in a claim of its own.
    if let Some(Value::Object(inner)) = fields.get_mut("vc") {
        fields = std::mem::take(inner);
    }
    let mut log = Log::default();
    let mut fields = Fields::new(fields, &mut log);
    let read = if fields.has("credentialSubject") {
        Badge::read_credential(&mut fields)
    } else if fields.has("badge") {
        Badge::read_assertion(&mut fields)
    } else {
        return Err(Problem::missing("credentialSubject", A_BADGE).into());
    };
    let is_revoked = fields.flag("revoked");
    if is_revoked {
        return Err(Problem::new("revoked", &Value::from(true), "a badge that is still good").into());
    }
    let last = fields.last_problem();
    let badge = read.ok_or_else(|| last.unwrap_or_else(|| Problem::missing("credentialSubject", A_BADGE)))?;
    let (mut pathway, valid_to) = (Pathway::default(), badge.valid_to);
    pathway.hold(badge.into_holding(register));
    Ok(Opened { pathway, problems: log.problems, is_badge: true, valid_to })
}

/// What a badge says that matters here.
struct Badge {
    title: String,
    issuer: Option<String>,
    completed: Option<Day>,
    valid_to: Option<Day>,
    credits: Option<Credits>,
    /// Its addresses, and those of what it is aligned with.
    addresses: Vec<String>,
    /// Codes that it has, as they are written.
    codes: Vec<String>,
}

impl Badge {
    /// Open Badges 3.0: a credential about an achievement.
    fn read_credential(fields: &mut Fields) -> Option<Self> {
        let issuer = name_of(fields, "issuer");
        let awarded = ["awardedDate", "validFrom", "issuanceDate"];
        let days: Vec<_> = awarded.iter().map(|field| fields.day_of_moment(field)).collect();
        let ends = ["validUntil", "expirationDate"];
        let ends: Vec<_> = ends.iter().map(|field| fields.day_of_moment(field)).collect();
        let mut badge = fields.object("credentialSubject", |subject| {
            subject.require("achievement", "what was achieved, { … }");
            let badge = subject.object("achievement", Self::read_achievement);
            subject.forget_rest();
            badge
        })?;
        badge.issuer = issuer.or(badge.issuer);
        badge.completed = days.into_iter().flatten().next();
        badge.valid_to = ends.into_iter().flatten().next();
        Some(badge)
    }

    /// Open Badges 2.0: an assertion with the class of the badge in it.
    fn read_assertion(fields: &mut Fields) -> Option<Self> {
        let (completed, valid_to) = (fields.day_of_moment("issuedOn"), fields.day_of_moment("expires"));
        if fields.as_found("badge").is_some_and(Value::is_string) {
            let found = fields.text("badge").unwrap_or_default();
            fields.report(
                "badge",
                &Value::from(found),
                "the badge itself: Waymark fetches nothing from other sites",
            );
            return None;
        }
        let badge = fields.object("badge", Self::read_achievement)?;
        Some(Self { completed, valid_to, ..badge })
    }

    fn read_achievement(of: &mut Fields) -> Option<Self> {
        let title = of.required_text("name", "what it is called")?;
        let issuer = name_of(of, "issuer").or_else(|| name_of(of, "creator"));
        let credits =
            of.as_found("creditsAvailable").is_some().then(|| of.credits("creditsAvailable")).flatten();
        let mut addresses: Vec<String> = of.text("id").into_iter().collect();
        let mut codes: Vec<String> = of.text("humanCode").into_iter().collect();
        addresses.extend(name_or_id(of, "criteria"));
        let aligned = if of.as_found("alignment").is_some_and(Value::is_array) {
            of.objects("alignment", |aligned| {
                let found = (aligned.text("targetUrl"), aligned.text("targetCode"));
                aligned.forget_rest();
                Some(found)
            })
        } else {
            Vec::new()
        };
        for (address, code) in aligned {
            addresses.extend(address);
            codes.extend(code);
        }
        of.forget_rest();
        Some(Self { title, issuer, completed: None, valid_to: None, credits, addresses, codes })
    }

    fn into_holding(self, register: &Register) -> Holding {
        let address = self.addresses.first().cloned();
        let source = [self.issuer.clone(), address].into_iter().flatten().collect::<Vec<_>>().join(", ");
        let source = (!source.is_empty()).then_some(source);
        match self.listed(register) {
            Some(listed) => Holding { completed: self.completed, source, ..Holding::credential(&listed.key) },
            None => Holding {
                completed: self.completed,
                credits: self.credits,
                source,
                ..Holding::from(Held::Other(self.title))
            },
        }
    }

    /// The micro-credential of the register that the badge is for, where there is no doubt: by its number with
    /// NZQA, by an address that only one has, or by its title and who issued it.
    fn listed<'a>(&self, register: &'a Register) -> Option<&'a Credential> {
        let only = |fits: &dyn Fn(&Credential) -> bool| {
            let mut found = register.credentials().iter().filter(|of| fits(of));
            found.next().filter(|_| found.next().is_none())
        };
        let of_nzqa = || self.addresses.iter().filter(|address| is_of_nzqa(address));
        let has_number = |of: &Credential| {
            let number = of.nzqcf_id.as_deref();
            let is_in = |address: &String| {
                address.split(|sign: char| !sign.is_ascii_digit()).any(|digits| Some(digits) == number)
            };
            of.nzqa_code.as_ref().is_some_and(|code| self.codes.contains(code)) || of_nzqa().any(is_in)
        };
        let has_address = |of: &Credential| {
            let mut own = of.source.iter().chain(&of.also_sources);
            own.any(|own| self.addresses.iter().any(|address| is_same_address(own, address)))
        };
        let has_title = |of: &Credential| {
            let mut by = of.provider.iter().chain(&of.developer);
            let issuer = self.issuer.as_deref().unwrap_or_default();
            are_same(&of.title, &self.title) && by.any(|by| are_same(by, issuer))
        };
        only(&has_number).or_else(|| only(&has_title)).or_else(|| only(&has_address))
    }
}

/// The name of an issuer, which is an object or only an address.
fn name_of(fields: &mut Fields, field: &str) -> Option<String> {
    match fields.take(field)? {
        Value::Object(of) => {
            Some(of.get("name")?.as_str()?.trim().to_owned()).filter(|name| !name.is_empty())
        }
        _ => None,
    }
}

/// The address of something that is an object or only an address.
fn name_or_id(fields: &mut Fields, field: &str) -> Option<String> {
    match fields.take(field)? {
        Value::Object(of) => Some(of.get("id")?.as_str()?.to_owned()),
        Value::String(address) => Some(address),
        _ => None,
    }
}

fn is_of_nzqa(address: &str) -> bool {
    let rest = address.split_once("://").map_or("", |(_, rest)| rest);
    let host = rest.split(['/', '?', '#', ':']).next().unwrap_or_default();
    host == "nzqa.govt.nz" || host.ends_with(".nzqa.govt.nz")
}

/// Whether two addresses differ in no more than the scheme or a slash at the end.
fn is_same_address(one: &str, other: &str) -> bool {
    let bare = |address: &str| {
        let rest = address.split_once("://").filter(|(scheme, _)| ["http", "https"].contains(scheme));
        Some(rest?.1.trim_end_matches('/').to_owned()).filter(|rest| !rest.is_empty())
    };
    bare(one).is_some_and(|one| bare(other) == Some(one))
}

/// The payload of a signed token: the second of three parts.
fn payload(token: &str) -> Option<String> {
    let parts: Vec<&str> = token.trim().split('.').collect();
    let [head, payload, _] = parts.as_slice() else { return None };
    let is_object = |text: &String| text.trim_start().starts_with('{');
    from_base64url(head).filter(is_object)?;
    from_base64url(payload).filter(is_object)
}

fn from_base64url(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut bits, mut number) = (0_u32, 0_u32);
    for sign in text.trim_end_matches('=').bytes() {
        let value = match sign {
            b'A'..=b'Z' => sign - b'A',
            b'a'..=b'z' => sign - b'a' + 26,
            b'0'..=b'9' => sign - b'0' + 52,
            b'-' | b'+' => 62,
            b'_' | b'/' => 63,
            _ => return None,
        };
        number = (number << 6 | u32::from(value)) & 0xffff;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push(u8::try_from(number >> bits & 0xff).ok()?);
        }
    }
    String::from_utf8(bytes).ok()
}

/// The badge in a PNG picture: the text of the chunk that badges are baked into.
fn baked(picture: &[u8]) -> Option<String> {
    let mut rest = picture.strip_prefix(PNG)?;
    loop {
        let (length, after) = rest.split_first_chunk::<4>()?;
        let (kind, after) = after.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_be_bytes(*length)).ok()?;
        let data = after.get(..length)?;
        if let Some(text) = badge_text(*kind, data) {
            return Some(text);
        }
        // The four bytes after the data are a check sum.
        rest = after.get(length.checked_add(4)?..)?;
    }
}

fn badge_text(kind: [u8; 4], data: &[u8]) -> Option<String> {
    let (keyword, data) = split_at_zero(data)?;
    if ![b"openbadges".as_slice(), b"openbadgecredential"].contains(&keyword) {
        return None;
    }
    let text = match (&kind, data) {
        (b"tEXt", text) => text,
        // Not compressed; then come the language and the keyword in that language.
        (b"iTXt", [0, _, rest @ ..]) => split_at_zero(split_at_zero(rest)?.1)?.1,
        _ => return None,
    };
    String::from_utf8(text.to_vec()).ok()
}

fn split_at_zero(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let at = bytes.iter().position(|byte| *byte == 0)?;
    Some((bytes.get(..at)?, bytes.get(at + 1..)?))
}
