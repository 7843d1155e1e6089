use waymark::domain::pathways::*;
use waymark::domain::register::Register;
#[test]
fn probe() {
    let register = Register::read(include_str!("../../public/register.json")).unwrap();
    let mut keys: Vec<String> = register.qualifications().iter().map(|q| q.key.clone()).collect();
    keys.extend(register.credentials().iter().map(|c| c.key.clone()));
    let mut counts = std::collections::BTreeMap::<String, Vec<String>>::new();
    for key in keys {
        let a = audit(
            &register,
            &Asked {
                goal: AskedGoal::Key(key.clone()),
                holdings: vec![],
                on: None,
                wishes: vec![],
                problems: vec![],
            },
        );
        let label = format!(
            "complete={:?} imp={} reqs={} notes={:?} of={}",
            a.complete,
            a.impossible.is_some(),
            a.requirements.len().min(3),
            a.notes.iter().map(|n| format!("{:?}", n.reason)).collect::<Vec<_>>(),
            a.credits.of.is_some()
        );
        counts.entry(label).or_default().push(key);
    }
    for (l, k) in counts {
        println!("{:4} {l}  e.g. {:?}", k.len(), &k[..k.len().min(2)]);
    }
    let asked = Asked::read(r#"{"goal":"q-new-zealand-certificate-in-forestry-leadership-level-5","holdings":[{"credential":"core-forestry-leadership"}]}"#).unwrap();
    println!("{}", serde_json::to_string_pretty(&audit(&register, &asked)).unwrap());
}
