//! Long work in parts. Between these it pauses, and what a pause is, whoever asks for the work says: a page draws and
//! hears what is typed; a program goes on at once.

use std::pin::pin;
use std::task::{Context, Poll, Waker};

/// What comes of work whose pauses wait for nothing.
pub(super) fn at_once<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

/// A pause that waits for nothing. One for all, so that what pauses is compiled for it once.
pub(super) async fn no_pause() {}
