# Every target does the set-up that it needs; .ci/setup is quick when nothing is to be done.
.PHONY: serve dev test bench package setup bundle fmt format lint domain browser package-test e2e floor gallery gallery-test size

with := .ci/with

serve: ## builds the release bundle and serves it on 127.0.0.1
	@.ci/setup build
	@$(MAKE) --no-print-directory bundle
	@$(with) node tests/serve.js

dev: ## serves the app while it is developed: builds anew at each change and loads the page again
	@.ci/setup build
	@$(with) trunk serve --dist target/dev

gallery: ## builds a page with every component in each of its states, in target/gallery
	@.ci/setup build
	@echo "the gallery"
	@$(with) trunk build --features gallery --dist target/gallery --log warn

test: setup format lint domain browser bundle package-test floor e2e gallery-test size ## everything that is tested, fast things first
	@echo "all tests passed"

setup:
	@.ci/setup

fmt: setup ## formats the sources; rustfmt once more for what leptosfmt has moved
	@$(with) cargo fmt
	@$(with) leptosfmt --quiet src/ui
	@$(with) cargo fmt

format:
	@echo "formatting"
	@$(with) cargo fmt --check
	@$(with) leptosfmt --quiet --check src/ui

lint:
	@echo "lints, natively and for the browser"
	@$(with) cargo clippy --quiet --all-targets -- -D warnings
	@$(with) cargo clippy --quiet --all-targets --target wasm32-unknown-unknown -- -D warnings
	@$(with) cargo clippy --quiet --target wasm32-unknown-unknown --features gallery -- -D warnings
	@$(with) cargo clippy --quiet --target wasm32-unknown-unknown --no-default-features --features package -- -D warnings

domain:
	@echo "the domain, natively"
	@$(with) cargo test --quiet

browser:
	@echo "the app in a headless browser"
	@$(with) .ci/browser-tests

bundle:
	@echo "the release bundle"
	@$(with) trunk build --release --log warn

package: ## the npm package, in pkg/
	@.ci/setup
	@echo "the npm package"
	@$(with) wasm-pack --log-level warn build --profile npm --mode no-install --no-opt --target nodejs -- --quiet --no-default-features --features package

package-test: package
	@echo "the npm package, called"
	@$(with) node --test --test-reporter=dot tests/package.test.js tests/audit.test.js tests/plan.test.js

floor:
	@echo "the oldest browsers that are promised, and styles that nothing uses"
	@$(with) node --test --test-reporter=dot tests/floor.test.js tests/styles.test.js

e2e:
	@echo "the release bundle, end to end"
	@$(with) node --test --test-reporter=dot tests/e2e/*.test.js

gallery-test: gallery
	@echo "the gallery, end to end"
	@$(with) env BUNDLE=target/gallery node --test --test-reporter=dot tests/gallery.test.js

size:
	@$(with) node tests/size.js

bench: setup bundle ## speeds in Chromium, each as a ratio to something a person could use instead; Lighthouse on every page
	@echo "the npm package for a page"
	@$(with) wasm-pack --log-level warn build --profile npm --mode no-install --no-opt --target web --out-dir target/bench -- --quiet --no-default-features --features package
	@$(with) node tests/bench.js
	@echo "Long tasks of the release bundle"
	@$(with) node tests/long-tasks.js
	@echo "Lighthouse on the release bundle"
	@$(with) node tests/lighthouse.js
