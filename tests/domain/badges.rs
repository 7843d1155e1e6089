//! Digital badges read as holdings. Every badge here is synthetic: nobody was ever given it.

use crate::register::shipped;
use serde_json::{Value, json};
use waymark::domain::day::day;
use waymark::domain::measure::Credits;
use waymark::domain::pathways::{Held, Holding, Opened, Record, open};
use waymark::domain::register::Register;

/// A register of two made-up micro-credentials.
fn register() -> Register {
    let text = json!({ "format": "waymark.register/1", "as_at": "2026-01-01", "credentials": [
        { "key": "pruning", "title": "Synthetic Pruning", "provider": "Made-up Polytechnic", "nzqcf_id": "9901",
          "nzqa_code": "900001-1", "source": "https://example.org/pruning" },
        { "key": "planting", "title": "Synthetic Planting", "developer": "Made-up Council", "nzqcf_id": "9902",
          "source": "https://example.org/all" },
        { "key": "felling", "title": "Synthetic Felling", "source": "https://example.org/all" } ] });
    Register::read(&text.to_string()).unwrap()
}

fn opened(text: &str) -> Opened {
    open(&register(), text.as_bytes(), text).unwrap()
}

fn held(badge: &Value) -> Holding {
    let opened = opened(&badge.to_string());
    assert!(opened.is_badge);
    opened.pathway.holdings.into_iter().next().unwrap()
}

/// A synthetic badge of version 3.0 with an achievement.
fn credential(achievement: &Value) -> Value {
    json!({
        "@context": ["https://www.w3.org/ns/credentials/v2", "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"],
        "id": "urn:uuid:synthetic", "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": { "id": "https://example.org", "type": ["Profile"], "name": "Made-up Polytechnic" },
        "validFrom": "2024-04-30T20:00:00Z", "name": "A synthetic badge",
        "credentialSubject": { "type": ["AchievementSubject"], "id": "did:example:nobody", "achievement": achievement },
        "proof": [{ "type": "DataIntegrityProof", "proofValue": "synthetic" }]
    })
}

/// A synthetic badge of version 2.0.
fn assertion() -> Value {
    json!({ "@context": "https://w3id.org/openbadges/v2", "type": "Assertion", "id": "https://example.org/assertions/1",
        "recipient": { "type": "email", "hashed": true, "identity": "sha256$synthetic" },
        "issuedOn": "2023-07-01T00:00:00+12:00", "verification": { "type": "hosted" },
        "badge": { "type": "BadgeClass", "id": "https://example.org/badges/planting", "name": "Synthetic planting",
            "description": "Made up.", "image": "https://example.org/i.png", "criteria": { "narrative": "Plant." },
            "issuer": { "type": "Issuer", "id": "https://example.org", "name": "Made-up Council" } } })
}

#[test]
fn a_badge_of_version_3_is_matched_by_title_and_issuer() {
    let holding = held(&credential(&json!({ "id": "https://example.org/x", "type": ["Achievement"],
        "name": "Synthetic pruning", "description": "Made up.", "criteria": { "narrative": "Prune." } })));
    assert_eq!(holding.what, Held::Credential("pruning".to_owned(), vec![]));
    assert_eq!(holding.completed, Some(day(2024, 5, 1)), "the day is New Zealand’s");
    assert_eq!(holding.source.as_deref(), Some("Made-up Polytechnic, https://example.org/x"));
}

#[test]
fn a_badge_is_matched_by_number_or_address() {
    let aligned = |address: &str, code: &str| {
        credential(&json!({ "name": "Other words", "alignment": [{ "type": ["Alignment"], "targetName": "x",
            "targetUrl": address, "targetCode": code }] }))
    };
    let key = |badge: &Value| held(badge).name().to_owned();
    assert_eq!(
        key(&aligned("https://www2.nzqa.govt.nz/nzqf/search?selectedItemKey=9902", "9902")),
        "planting"
    );
    assert_eq!(
        key(&aligned("https://elsewhere.example/9902", "9902")),
        "Other words",
        "any number may be 9902"
    );
    assert_eq!(key(&aligned("https://evil-nzqa.govt.nz.example/9902", "9902")), "Other words");
    assert_eq!(key(&aligned("https://evil-nzqa.govt.nz/9902", "9902")), "Other words");
    assert_eq!(key(&aligned("https://www.nzqa.govt.nz/19902", "")), "Other words");
    assert_eq!(key(&aligned("https://elsewhere.example/", "900001-1")), "pruning");
    assert_eq!(key(&aligned("http://example.org/pruning/", "")), "pruning");
    assert_eq!(key(&aligned("https://example.org/all", "")), "Other words", "the page is about two");
}

#[test]
fn what_the_register_does_not_list_is_kept_as_it_says() {
    let badge = credential(
        &json!({ "id": "https://example.org/y", "name": "Synthetic Pruning", "creditsAvailable": 15.0,
        "creator": { "name": "Nobody" } }),
    );
    let mut elsewhere = badge.clone();
    elsewhere["issuer"] = json!("https://elsewhere.example");
    let holding = held(&elsewhere);
    assert_eq!(holding.what, Held::Other("Synthetic Pruning".to_owned()), "another’s of the same title");
    assert_eq!((holding.level, holding.credits), (None, Some(Credits(15))));
    assert_eq!(holding.source.as_deref(), Some("Nobody, https://example.org/y"));
}

#[test]
fn a_badge_says_until_when_it_is_good() {
    let valid_to = |badge: &Value, field: &str| {
        let mut badge = badge.clone();
        badge[field] = json!("2024-12-31T00:00:00Z");
        opened(&badge.to_string()).valid_to
    };
    let achievement = credential(&json!({ "name": "Synthetic Pruning" }));
    for (badge, field) in
        [(&achievement, "validUntil"), (&achievement, "expirationDate"), (&assertion(), "expires")]
    {
        assert_eq!(valid_to(badge, field), Some(day(2024, 12, 31)), "{field}");
    }
    assert_eq!(opened(&achievement.to_string()).valid_to, None);
}

#[test]
fn what_has_the_title_of_another_is_called_so() {
    let is_namesake = |title: &str, source: &str| {
        let holding = Holding { source: Some(source.to_owned()), ..Held::Other(title.to_owned()).into() };
        Record::of(&register(), &[holding]).entries.iter().any(|entry| entry.is_namesake)
    };
    assert!(is_namesake("synthetic pruning", "Nobody, https://example.org/y"));
    assert!(!is_namesake("Synthetic Pruning", "Made-up Polytechnic, https://example.org/y"));
    assert!(!is_namesake("Another title", "Nobody"));
}

#[test]
fn a_badge_of_version_2_is_read() {
    let holding = held(&assertion());
    assert_eq!(holding.what, Held::Credential("planting".to_owned(), vec![]));
    assert_eq!(holding.completed, Some(day(2023, 7, 1)));
}

/// A synthetic token: its signature is none.
fn token(payload: &Value) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let encoded = |text: &str| {
        let chunks = text.as_bytes().chunks(3);
        let signs = chunks.flat_map(|chunk| {
            let number = chunk.iter().fold(0, |number, byte| (number << 8) | usize::from(*byte));
            let number = number << (8 * (3 - chunk.len()));
            (0..=chunk.len()).map(move |at| (number >> (18 - 6 * at)) & 63)
        });
        signs.map(|sign| char::from(*SIGNS.get(sign).unwrap())).collect::<String>()
    };
    format!("{}.{}.c3ludGhldGlj", encoded(r#"{"alg":"none"}"#), encoded(&payload.to_string()))
}

#[test]
fn a_token_is_read_by_its_payload() {
    let badge = credential(&json!({ "name": "Synthetic Pruning – Māori" }));
    for payload in [badge.clone(), json!({ "iss": "x", "vc": badge })] {
        assert_eq!(opened(&token(&payload)).pathway.holdings[0].name(), "Synthetic Pruning – Māori");
    }
}

/// A PNG picture of nothing but chunks.
fn picture(chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let mut picture = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, data) in chunks {
        picture.extend(u32::try_from(data.len()).unwrap().to_be_bytes());
        picture.extend_from_slice(*kind);
        picture.extend(data);
        picture.extend([0; 4]);
    }
    picture
}

#[test]
fn a_badge_baked_into_a_picture_is_read() {
    let baked =
        |keyword: &str, between: &[u8], text: String| [keyword.as_bytes(), between, text.as_bytes()].concat();
    let badge = credential(&json!({ "name": "Synthetic Pruning" })).to_string();
    for (chunk, key) in [
        ((b"iTXt", baked("openbadges", &[0, 0, 0, 0, 0], assertion().to_string())), "planting"),
        ((b"tEXt", baked("openbadges", &[0], assertion().to_string())), "planting"),
        ((b"iTXt", baked("openbadgecredential", &[0, 0, 0, 0, 0], badge)), "pruning"),
        (
            (b"iTXt", baked("openbadgecredential", &[0, 0, 0, b'e', b'n', 0, 0], token(&assertion()))),
            "planting",
        ),
    ] {
        let picture = picture(&[(b"IHDR", vec![0; 13]), (b"tEXt", b"Title\0openbadges".to_vec()), chunk]);
        let opened = open(&register(), &picture, "").unwrap();
        assert_eq!(opened.pathway.holdings[0].name(), key);
    }
    for cut in
        [picture(&[(b"IHDR", vec![0; 13])]), b"\x89PNG\r\n\x1a\n\xff\xff\xff\xffiTXtopenbadges".to_vec()]
    {
        let message = open(&register(), &cut, "").unwrap_err().to_string();
        assert!(message.contains("the picture"), "{message}");
    }
}

#[test]
fn a_file_of_holdings_is_no_badge() {
    let opened = opened(r#"{"format":"waymark.holdings/1","holdings":[{"credential":"pruning"},{"x":1}]}"#);
    assert!(!opened.is_badge);
    assert_eq!((opened.pathway.holdings.len(), opened.problems.len()), (1, 1));
}

#[test]
fn what_is_hostile_or_wrong_is_refused_with_what_and_where() {
    let deep = format!("{{\"credentialSubject\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let revoked = json!({ "revoked": true, "badge": { "name": "Synthetic" } }).to_string();
    let linked = json!({ "type": "Assertion", "badge": "https://example.org/badges/1" }).to_string();
    let cases: Vec<(String, &str)> = vec![
        (String::new(), "line 1, column 0"),
        ("a.b.c".to_owned(), "line 1, column 1"),
        ("[]".to_owned(), "not one object"),
        ("{}".to_owned(), "At credentialSubject: found nothing"),
        (deep, "line 1, column"),
        (json!({ "credentialSubject": 7 }).to_string(), "At credentialSubject: found 7"),
        (json!({ "credentialSubject": {} }).to_string(), "At credentialSubject.achievement: found nothing"),
        (json!({ "credentialSubject": { "achievement": [] } }).to_string(), "achievement"),
        (
            json!({ "credentialSubject": { "achievement": { "name": 1.5 } } }).to_string(),
            "achievement.name: found 1.5",
        ),
        (json!({ "badge": { "id": "x" } }).to_string(), "At badge.name: found nothing"),
        (revoked, "At revoked: found true"),
        (linked, "At badge: found “https://example.org/badges/1”"),
        (token(&json!({ "sub": "x" })), "At credentialSubject: found nothing"),
        (json!({ "format": "waymark.draft/1" }).to_string(), "waymark.draft/1"),
    ];
    for (text, says) in cases {
        let message = open(&register(), text.as_bytes(), &text).unwrap_err().to_string();
        assert!(message.contains(says), "{}: {message}", text.chars().take(80).collect::<String>());
    }
    let huge = "x".repeat(9_000_000);
    let message = open(&register(), huge.as_bytes(), &huge).unwrap_err().to_string();
    assert!(message.contains("9000000 bytes"), "{message}");
}

#[test]
fn odd_types_inside_a_badge_are_reported_and_the_badge_is_read() {
    let mut badge =
        credential(&json!({ "name": "Synthetic Pruning", "alignment": [7, {}, { "targetUrl": [] }],
        "creditsAvailable": "lots", "criteria": 5, "id": {} }));
    badge["validFrom"] = json!("last week");
    let opened = opened(&badge.to_string());
    assert_eq!(opened.pathway.holdings[0].name(), "pruning");
    let places: Vec<&str> = opened.problems.iter().map(|problem| problem.at.as_str()).collect();
    assert!(
        places.contains(&"validFrom") && places.contains(&"credentialSubject.achievement.alignment[0]"),
        "{places:?}"
    );
}

#[test]
fn a_real_title_of_the_shipped_register_is_found() {
    let badge = credential(&json!({ "name": "Core Forestry Leadership" })).to_string();
    let opened = open(&shipped(), badge.as_bytes(), &badge).unwrap();
    assert_eq!(opened.pathway.holdings[0].kind(), "other", "a made-up issuer issues nothing real");
}
