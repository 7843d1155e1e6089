//! Mounts the app. On every target but the browser there is nothing to mount.

fn main() {
    #[cfg(all(target_arch = "wasm32", feature = "app"))]
    waymark::ui::start();
}
