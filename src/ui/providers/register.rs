//! The register, loaded once for all pages.

use crate::browser::fetch::{self, FetchError, Progress};
use crate::browser::files::ChosenFile;
use crate::browser::slices::Slices;
use crate::domain::ReadError;
use crate::domain::register::Register;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use std::sync::Arc;
use thiserror::Error;

/// Where the snapshot that ships with the app lies.
const SHIPPED: &str = "/register.json";

/// Why there is no register.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RegisterError {
    /// It did not arrive.
    #[error("the register did not arrive: {0}")]
    NotLoaded(#[from] FetchError),
    /// The file of this name is no register.
    #[error("{0} is not a register: {1}")]
    NotARegister(String, ReadError),
}

/// The register that the pages stand on: the shipped snapshot, or a file that the person opened.
#[derive(Clone, Copy)]
pub struct RegisterContext {
    shipped: LocalResource<Result<Arc<Register>, RegisterError>>,
    chosen: RwSignal<Option<ChosenFile>>,
    is_opening: RwSignal<bool>,
    opened: RwSignal<Option<Arc<Register>>>,
    refused: RwSignal<Option<RegisterError>>,
    progress: RwSignal<Progress>,
}

/// Provides the register and starts to load it.
pub fn provide_register() {
    let progress = RwSignal::new(Progress::default());
    let shipped = LocalResource::new(move || async move {
        progress.set(Progress::default());
        let text = fetch::text_with_progress(SHIPPED, |now| progress.set(now)).await?;
        read(SHIPPED, &text).await
    });
    let (chosen, is_opening) = (RwSignal::new(None::<ChosenFile>), RwSignal::new(false));
    let (opened, refused) = (RwSignal::new(None), RwSignal::new(None));
    Effect::new(move |_| {
        chosen.track();
        let Some(file) = chosen.write_untracked().take() else { return };
        is_opening.set(true);
        refused.set(None);
        // Where another file is chosen meanwhile, this one is read no further.
        spawn_local_scoped_with_cancellation(async move {
            match read(&file.name, &file.text).await {
                Ok(register) => opened.set(Some(register)),
                Err(error) => refused.set(Some(error)),
            }
            is_opening.set(false);
        });
    });
    provide_context(RegisterContext { shipped, chosen, is_opening, opened, refused, progress });
}

/// The register that the pages stand on.
pub fn use_register() -> RegisterContext {
    expect_context()
}

impl RegisterContext {
    /// The register, or why there is none; `None` while it loads. A file that is open does not wait for
    /// the shipped snapshot.
    pub fn get(self) -> Option<Result<Arc<Register>, RegisterError>> {
        self.opened.get().map(Ok).or_else(|| self.shipped.get())
    }

    /// The register, where it is there by now.
    pub fn ready(self) -> Option<Arc<Register>> {
        self.get()?.ok()
    }

    /// How much of the shipped snapshot has arrived.
    pub fn progress(self) -> Progress {
        self.progress.get()
    }

    /// Loads the shipped snapshot again.
    pub fn retry(self) {
        // Without this the failure would stand until the answer comes.
        self.shipped.set(None);
        self.shipped.refetch();
    }

    /// Opens a file in place of the register in use, which stays where the file is no register.
    pub fn open(self, file: ChosenFile) {
        self.chosen.set(Some(file));
    }

    /// Whether a file is on its way to be opened.
    pub fn is_opening(self) -> bool {
        self.is_opening.get()
    }

    /// Why the last file was not opened.
    pub fn refused(self) -> Option<RegisterError> {
        self.refused.get()
    }
}

async fn read(name: &str, text: &str) -> Result<Arc<Register>, RegisterError> {
    let register = Register::read_in_parts(text, &Slices::start().pauses()).await;
    register.map(Arc::new).map_err(|error| RegisterError::NotARegister(name.to_owned(), error))
}
