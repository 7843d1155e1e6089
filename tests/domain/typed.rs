//! What people type into forms: read where it is unmistakable, and no answer where it says nothing.

use waymark::domain::Language;
use waymark::domain::day::{Day, day};
use waymark::domain::draft::Draft;
use waymark::domain::report::{Report, check};
use waymark::domain::rulebook::Outcome::{self, Judgement, Met, Missing, NotMet};

const TODAY: Day = day(2026, 11, 21);

fn report(draft: &str, on: Day) -> Report {
    check(&Draft::read(draft).unwrap(), on, None, Language::ENGLISH)
}

fn outcome(report: &Report, clause: &str) -> Outcome {
    report.findings.iter().find(|finding| finding.clause == clause).unwrap().outcome
}

/// Fails where a clause does not have the outcome.
fn expect(draft: &str, expected: &[(&str, Outcome)]) {
    let report = report(draft, TODAY);
    for (clause, expected) in expected {
        assert_eq!(outcome(&report, clause), *expected, "{clause} of {draft}");
    }
}

#[test]
fn signs_that_show_nothing_are_no_answer() {
    expect(
        r#"{"title":"\u200b","developer":{"name":"\u2060"},"outcomes":[{"id":"o1","text":"\u200b"}],
            "pathways":{"education":"\ufeff","employment":"\u2800","cultural":""}}"#,
        &[
            ("LIST-01", Missing),
            ("LIST-02", Missing),
            ("LIST-14", Missing),
            ("LIST-15", Missing),
            ("LIST-16", Missing),
            ("LIST-17", Missing),
        ],
    );
}

#[test]
fn a_text_that_only_seems_to_be_an_answer_is_none() {
    let pathway = |text: &str| format!(r#"{{"pathways":{{"education":"{text}"}}}}"#);
    for text in
        ["T.B.D.", "see our appendix", "1", "0", "2026", "Yet to be decided at this point", "hjkl; asdf asdf"]
    {
        expect(&pathway(text), &[("LIST-15", Missing)]);
    }
    for text in ["1 of 3 papers of a level 4 certificate", "None of the certificates", "ā"] {
        let found = outcome(&report(&pathway(text), TODAY), "LIST-15");
        assert_ne!(found, Missing, "{text}");
    }
}

#[test]
fn numbers_are_read_through_invisible_signs_and_units() {
    let met = [("LIST-05", Met), ("LIST-08", Met), ("LIST-09", Met)];
    for draft in [
        r#"{"level":"\u202a3\u202c","credits":"30\u200b","hours":{"total":"\ufeff300"}}"#,
        r#"{"level":"Level 3","credits":"30 credits","hours":{"total":"300 hours"}}"#,
        r#"{"level":"３","credits":"３０","hours":{"total":"300"}}"#,
        r#"{"level":3,"credits":3E+1,"hours":{"total":3E+2}}"#,
        "{\"level\":\"L3\",\"credits\":\"30\u{a0}cr\",\"hours\":{\"total\":\"300 h\"}}",
    ] {
        expect(draft, &met);
    }
    expect(r#"{"nzsced":"050501\u200b"}"#, &[("LIST-10", Met)]);
    expect(r#"{"credits":"fifteen"}"#, &[("LIST-08", Met)]);
    expect(r#"{"level":"level four","credits":"15 (fifteen)","hours":{"total":"150"}}"#, &met);
    expect(r#"{"review":{"period_years":"24 months"}}"#, &[("LIST-19", Met)]);
    expect(r#"{"credits":"15 or 20"}"#, &[("LIST-08", Missing)]);
}

#[test]
fn thousands_are_quoted_with_their_commas() {
    let draft = r#"{"credits":"1,000","hours":{"total":"1,200"},"applicant":{"type":"pte"}}"#;
    let made = report(draft, TODAY);
    let fault = |clause: &str| made.findings.iter().find(|one| one.clause == clause).unwrap().fault.clone();
    assert!(fault("LIST-08").starts_with("1,000 credits is"), "{}", fault("LIST-08"));
    assert_eq!(fault("LIST-09"), "You state 1,200 hours, but the credits come to 10,000.");
}

#[test]
fn a_number_of_another_unit_is_not_understood() {
    let draft = r#"{"credits":"40 hours","level":"4 credits","fee_per_credit":"64%","review":{"period_years":"2 hours"},
        "hours":{"total":"400 years"},"clinical_share":"$20"}"#;
    let made = report(draft, TODAY);
    let problems: Vec<&str> = made.problems.iter().map(|odd| odd.problem.at.as_str()).collect();
    assert_eq!(
        problems,
        ["credits", "level", "fee_per_credit", "review.period_years", "hours.total", "clinical_share"]
    );
    assert!(made.read_as.is_empty());
    expect(draft, &[("LIST-05", Missing), ("LIST-08", Missing), ("LIST-09", Missing)]);
    expect(r#"{"level":"5%","credits":"10²"}"#, &[("LIST-05", Missing), ("LIST-08", Missing)]);
    let own = r#"{"credits":"40 credits","level":"Level 4","fee_per_credit":"$64","review":{"period_years":"2 years"},
        "hours":{"total":"400 hours"},"clinical_share":"20%"}"#;
    assert_eq!(report(own, TODAY).problems, []);
    expect(own, &[("LIST-05", Met), ("LIST-08", Met), ("LIST-09", Met)]);
}

#[test]
fn what_a_rule_reads_as_a_choice_is_no_problem() {
    for (applicant, kind) in [
        ("Private training establishment", "Listing"),
        ("PTE", "LISTING"),
        (" private  training establishment", "listing\u{200b}"),
    ] {
        let draft = format!(
            r#"{{"applicant":{{"type":"{applicant}","funds":["dq3-7"]}},"application":{{"kind":"{kind}"}}}}"#
        );
        let made = report(&draft, TODAY);
        assert_eq!(made.problems, [], "{draft}");
        assert_eq!((outcome(&made, "ELIG-06"), outcome(&made, "FUND-02")), (Met, Judgement), "{draft}");
    }
    let made = report(r#"{"applicant":{"type":"company","funds":["xyz"]}}"#, TODAY);
    let [applicant, fund] = made.problems.as_slice() else { panic!("{:?}", made.problems) };
    assert!(
        applicant.problem.expected.contains("“Private training establishment”"),
        "{}",
        applicant.problem.expected
    );
    assert_eq!((fund.problem.at.as_str(), fund.problem.found.as_str()), ("applicant.funds.0", "“xyz”"));
}

#[test]
fn a_lone_entry_is_a_list_of_one() {
    let problems = |draft: &str| {
        let problems = report(draft, TODAY).problems.into_iter();
        problems.map(|odd| (odd.problem.at, odd.problem.expected)).collect::<Vec<_>>()
    };
    let lone = r#"{"standards":{"id":"27360"},"outcomes":"Plan a job","applicant":{"funds":"dq3-7"},
        "duplication":{"found":"none"},"assessment":{"items":{"kind":"test","summative":true,"outcome_ids":"o1"}}}"#;
    assert_eq!(problems(lone), []);
    expect(lone, &[("LIST-14", Met), ("APP-11", Met), ("NEED-12", Met), ("FUND-02", Judgement)]);
    let odd = r#"{"standards":{"id":"27360","level":"x"},"outcomes":7,"consent":{"scope":{}}}"#;
    let at: Vec<String> = problems(odd).into_iter().map(|(at, _)| at).collect();
    assert_eq!(at, ["standards.0.level", "outcomes.0", "consent.scope.0"]);
}

#[test]
fn a_code_is_one_however_it_is_written() {
    for nzsced in ["050501\u{200b}", "０５０５０１", "05 05 01", "05.05.01", " 050501 "] {
        expect(&format!(r#"{{"nzsced":"{nzsced}"}}"#), &[("LIST-10", Met), ("LIST-11", Met)]);
    }
}

#[test]
fn a_code_is_quoted_as_typed_and_read_before_its_title() {
    for nzsced in ["050501 Forestry", "050501 - Forestry Studies", "050501: Forestry"] {
        let draft = format!(r#"{{"nzsced":"{nzsced}"}}"#);
        expect(&draft, &[("LIST-10", Met), ("LIST-11", Met)]);
        assert_eq!(
            report(&draft, TODAY).read_as.get("nzsced").map(String::as_str),
            Some("050501"),
            "{nzsced}"
        );
    }
    for nzsced in ["050501.0", "0505 Forestry", "05050 Forestry", "050501Forestry", "050501 Forestry 2"] {
        let made = report(&format!(r#"{{"nzsced":"{nzsced}"}}"#), TODAY);
        let form = made.findings.iter().find(|finding| finding.clause == "LIST-10").unwrap();
        assert_eq!(form.outcome, NotMet, "{nzsced}");
        assert!(form.fault.contains(&format!("“{nzsced}”")), "{}", form.fault);
    }
}

#[test]
fn no_number_counts_below_zero() {
    expect(
        r#"{"credits":-5,"level":"-3","hours":{"total":-50},"applicant":{"type":"pte"}}"#,
        &[("LIST-05", Missing), ("LIST-08", Missing), ("LIST-09", Missing)],
    );
    let made = report(r#"{"credits":"-5","hours":{"total":50}}"#, TODAY);
    let hours = made.findings.iter().find(|finding| finding.clause == "LIST-09").unwrap();
    assert!(hours.fault.contains("“-5”") && hours.fault.contains("0 or more"), "{}", hours.fault);
}

#[test]
fn an_amount_is_read_where_it_can_only_be_one() {
    let problem = |fee: &str| {
        let problems = report(&format!(r#"{{"fee_per_credit":"{fee}"}}"#), TODAY).problems;
        problems.into_iter().map(|odd| odd.problem.expected).collect::<Vec<_>>()
    };
    for fee in ["$64 plus GST", "$64 + GST", "64 excl GST", "$64 exclusive of GST", "1.200", "$1.200"] {
        assert_eq!(problem(fee), ["an amount in dollars, including GST"], "{fee}");
    }
    for fee in ["Free", "nil", "$0", "64 incl GST", "0.125"] {
        assert_eq!(problem(fee), [""; 0], "{fee}");
    }
    assert_eq!(report(r#"{"credits":"1.200"}"#, TODAY).problems.len(), 1);
    let free = r#"{"applicant":{"type":"pte","funds":["DQ3-7"]},"delivery":{"main_setting":"classroom"},"fee_per_credit":"nil"}"#;
    expect(free, &[("FUND-09", Met)]);
}

#[test]
fn a_fee_is_compared_to_the_last_place() {
    let fee = |fee: &str| {
        format!(
            r#"{{"applicant":{{"type":"pte","funds":["DQ3-7"]}},"delivery":{{"main_setting":"classroom"}},"fee_per_credit":{fee}}}"#
        )
    };
    for met in ["33.333333333333336", "64", "\"$64.00\"", "\"64 dollars\""] {
        expect(&fee(met), &[("FUND-09", Met)]);
    }
    for over in ["64.004", "\"$1,200\"", "64.000000000000001"] {
        expect(&fee(over), &[("FUND-09", NotMet)]);
    }
}

#[test]
fn a_part_of_a_name_is_no_name() {
    for (title, applicant) in [
        ("Te Whare Tapa Whā in Practice", "Te Whare Wānanga o Awanuiārangi"),
        ("Workplace First Aid", "First Aid Training NZ"),
        ("Building a Fence", "A"),
        ("Food and Wine Matching", "New Zealand School of Food and Wine"),
        ("Ako in Practice", "Ako Limited"),
    ] {
        let draft = format!(
            r#"{{"title":"{title}","applicant":{{"type":"pte","name":"{applicant}"}},"developer":{{"name":"{applicant}"}}}}"#
        );
        expect(&draft, &[("LIST-03", Judgement)]);
    }
    let whole = r#"{"title":"Volt Academy Basics","applicant":{"type":"pte","name":"Volt Academy"}}"#;
    expect(whole, &[("LIST-03", NotMet)]);
}

#[test]
fn letters_that_look_alike_do_not_slip_past_a_word_rule() {
    let draft = "{\"title\":\"ＮＡＴＩＯＮＡＬ Security and Dip\u{2060}loma Basics\"}";
    expect(draft, &[("LIST-02", NotMet)]);
    let found = report(draft, TODAY);
    let fault = &found.findings.iter().find(|finding| finding.clause == "LIST-02").unwrap().fault;
    assert!(fault.contains("ＮＡＴＩＯＮＡＬ") && fault.contains("Dip\u{2060}loma"), "{fault}");
    for title in ["Diрlоmа", "Ðiploma", "Dipʟoma", "Ꭰiploma", "ᴅᴇɢʀᴇᴇ", "Ðegree"] {
        expect(&format!(r#"{{"title":"{title} of Welding"}}"#), &[("LIST-02", NotMet)]);
    }
    for title in
        ["D1ploma", "DipIoma", "Dip|oma", "D i p l o m a", "B-achel0r", "P o s t Graduate", "NewZealand"]
    {
        expect(&format!(r#"{{"title":"{title} of Welding"}}"#), &[("LIST-02", Judgement)]);
    }
    expect(r#"{"title":"Dipped Looms 101"}"#, &[("LIST-02", Met)]);
}

#[test]
fn what_is_there_twice_is_reported() {
    let problems = |draft: &str| {
        let problems = report(draft, TODAY).problems;
        problems.into_iter().map(|odd| odd.problem.at).collect::<Vec<_>>()
    };
    assert_eq!(problems(r#"{"credits":15,"title":"X","credits":60}"#), ["credits"]);
    assert_eq!(
        problems(r#"{"title":"Z","developer.name":"Y","applicant.type":"university"}"#),
        ["developer.name", "applicant.type"]
    );
    let doubled = r#"{"outcomes":[{"id":"o1","text":"Plan a job"},{"id":"o1","text":"Apply a method"}],
        "assessment":{"items":[{"id":"a1","kind":"observation","summative":true,"outcome_ids":["o1"]}]}}"#;
    let found = outcome(&report(doubled, TODAY), "APP-13");
    assert_eq!(found, Missing);
}

#[test]
fn a_day_years_ahead_is_read_with_a_caution() {
    let caution = report(r#"{"title":"X"}"#, day(2032, 1, 1)).caution.unwrap();
    assert!(caution.contains("November 2026"), "{caution}");
}
