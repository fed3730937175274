/** Spring MVC: SseEmitter on Tomcat. */
@NullMarked
package io.tidings.benchmarks.rows.springmvc;

import org.jspecify.annotations.NullMarked;
