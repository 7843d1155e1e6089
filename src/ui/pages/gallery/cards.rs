//! Cards: doors, rows of the register, and what leads on.

use super::section::{Named, Section, States};
use crate::domain::pathways::{Holdings, Question, leads_to, published};
use crate::domain::register::{Query, Register};
use crate::ui::components::{Audience, DraftMiniature, HitItem, LeadList, PathwayMiniature, Remarks};
use leptos::prelude::*;
use std::sync::Arc;

/// Cards, miniatures and rows.
#[component]
pub fn Entries(register: Arc<Register>) -> impl IntoView {
    let hits = register.search(&Query::new("tree")).hits;
    let hits = hits.into_iter().map(|hit| view! { <HitItem register=register.clone() hit /> }).collect_view();
    view! {
        <Section title="Cards">
            <States>
                <Named name="A card that is a link as a whole">
                    <article class="card">
                        <h3>
                            <a class="card-link" href="#cards" rel="external">
                                "Open the example"
                            </a>
                        </h3>
                        <p>"The whole card answers to the pointer."</p>
                    </article>
                </Named>
                <Named name="A small draft, checked by the real rules">
                    <DraftMiniature />
                </Named>
                <Named name="A small pathway, of the real register">
                    <PathwayMiniature />
                </Named>
            </States>
            <h3>"Rows of the register"</h3>
            <ul class="hit-list">{hits}</ul>
        </Section>
    }
}

/// What leads on, for somebody who holds a part and for somebody of whom nothing is known.
#[component]
pub fn Pathways(register: Arc<Register>) -> impl IntoView {
    let mut holdings = Holdings::default();
    holdings.add_credential("example-planting", None);
    let leads = leads_to(&register, &holdings);
    let question = Question { goal: "example-of-nothing".to_owned(), ..Question::default() };
    let published = published(&register, &question);
    view! {
        <Section title="Pathways">
            <LeadList
                title="For somebody who holds a part"
                about="It names what it leads to."
                register=register.clone()
                leads=leads.clone()
                shows_target=true
                audience=Audience::Learner
            />
            <LeadList title="On the page of an entry" about="" register leads audience=Audience::Visitor />
            <Remarks title="What is in the way" remarks=[published.blocks, published.notes].concat() />
        </Section>
    }
}
